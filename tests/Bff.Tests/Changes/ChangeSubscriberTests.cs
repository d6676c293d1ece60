using Bff.Caching;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Changes;

/// <summary>A listener must find out what it missed, and must not think so when it missed nothing.</summary>
public sealed class ChangeSubscriberTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);
    private readonly FakeTimeProvider time = new();
    private readonly List<bool> missed = [];
    private readonly Guid hub = Guid.NewGuid();
    private Func<ChangeHubState> answer = () => throw new TimeoutException();
    private int asked;

    [Fact]
    public async Task Who_gets_every_batch_misses_nothing()
    {
        await using var listener = Listen();
        Answer(hub, 7);
        await RenewAsync();

        listener.Receive(hub, 8, 9);
        Answer(hub, 9);
        await RenewAsync(2);

        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_that_comes_after_the_renewal_that_counts_it_was_not_lost()
    {
        await using var listener = Listen();
        Answer(hub, 0);
        await RenewAsync();

        Answer(hub, 1);
        await RenewAsync();
        listener.Receive(hub, 1);
        await RenewAsync();

        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gap_is_noticed_once_although_later_batches_came()
    {
        await using var listener = Listen();
        Answer(hub, 0);
        await RenewAsync();

        listener.Receive(hub, 2);
        Answer(hub, 2);
        await RenewAsync(4);

        missed.ShouldBe([false]);
    }

    [Fact]
    public async Task A_new_hub_is_a_gap_that_it_cannot_count()
    {
        await using var listener = Listen();
        Answer(hub, 5);
        await RenewAsync();

        Answer(Guid.NewGuid(), 0);
        await RenewAsync(2);

        missed.ShouldBe([true]);
    }

    [Fact]
    public async Task A_hub_that_cannot_be_reached_for_a_while_is_none()
    {
        await using var listener = Listen();
        Answer(hub, 5);
        await RenewAsync();

        answer = () => throw new TimeoutException();
        await RenewAsync(3);
        Answer(hub, 5);
        await RenewAsync(2);

        missed.ShouldBeEmpty();
    }

    private Listener Listen()
    {
        var subscriber = new ChangeSubscriber(ChangeFeed.Copies, time, NullLogger<ChangeSubscriber>.Instance);
        return new Listener(subscriber, stopping => subscriber.RunAsync(_ => Task.FromResult(Ask()), missed.Add, stopping)).Start();
    }

    private ChangeHubState Ask()
    {
        asked++;
        return answer();
    }

    private void Answer(Guid from, long sent) => answer = () => new ChangeHubState(from, sent, Lease);

    private async Task RenewAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            var before = asked;
            while (asked == before)
            {
                time.Advance(Lease / 4);
                await Task.Yield();
            }
        }
    }

    private sealed class Listener(ChangeSubscriber subscriber, Func<CancellationToken, Task> run) : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private Task? running;

        public void Receive(Guid from, params long[] numbers)
        {
            foreach (var number in numbers)
            {
                subscriber.Received(new ChangeBatch(from, number, []));
            }
        }

        public Listener Start()
        {
            running = run(stop.Token);
            return this;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await (running ?? Task.CompletedTask);
            stop.Dispose();
        }
    }
}
