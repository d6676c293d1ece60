using System.Collections.Concurrent;
using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;

namespace Bff.Tests.Caching;

/// <summary>A grain runs on a scheduler of its own, one piece of code at a time: the cache must neither leave it nor block it.</summary>
public sealed class GrainSchedulerTests
{
    [Fact]
    public async Task Fetches_and_waiters_stay_on_the_scheduler_they_began_on()
    {
        var grain = new OneAtATime();
        var value = new CachedValue<Item>(
            CacheArea.Parse("grain"), CachePolicy.Catalog(TimeSpan.FromMinutes(5)), new CacheEnvironment(TimeProvider.System, ICacheObserver.None));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new ConcurrentBag<TaskScheduler>();

        var calls = Enumerable.Range(0, 20).Select(_ => grain.RunAsync(async () =>
        {
            var answer = await value.GetAsync(async _ =>
            {
                await gate.Task;
                seen.Add(TaskScheduler.Current);
                return Item.Found(7);
            });
            seen.Add(TaskScheduler.Current);
            return answer;
        })).ToList();
        gate.SetResult();

        (await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(20))).ShouldAllBe(answer => answer.Value == new Item(7));
        seen.Count.ShouldBe(21);
        seen.ShouldAllBe(scheduler => scheduler == grain);
        grain.Overlaps.ShouldBe(0);
    }

    /// <summary>Runs its tasks in order, on pool threads, never two at once: what a grain's own scheduler does.</summary>
    private sealed class OneAtATime : TaskScheduler
    {
        private readonly ConcurrentQueue<Task> _queue = new();
        private int _queued;
        private int _running;

        public int Overlaps { get; private set; }

        public Task<Answer<Item>> RunAsync(Func<Task<Answer<Item>>> work) =>
            Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

        protected override void QueueTask(Task task)
        {
            _queue.Enqueue(task);
            if (Interlocked.Increment(ref _queued) == 1)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ => Drain(), null);
            }
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => _queue;

        private void Drain()
        {
            do
            {
                if (_queue.TryDequeue(out var task))
                {
                    Overlaps += Interlocked.Increment(ref _running) - 1;
                    TryExecuteTask(task);
                    Interlocked.Decrement(ref _running);
                }
            }
            while (Interlocked.Decrement(ref _queued) > 0);
        }
    }
}
