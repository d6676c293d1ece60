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
    private readonly Guid hub = Guid.NewGuid();
    private Func<ChangeHubState> answer = () => throw new TimeoutException();
    private int asked;
    private int missed;

    [Fact]
    public async Task Who_gets_every_batch_misses_nothing()
    {
        await using var listener = Listen();
        Answer(hub, 0);
        await RenewAsync();

        listener.Receive(hub, 1, 2);
        Answer(hub, 2);
        await RenewAsync(2);

        missed.ShouldBe(0);
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

        missed.ShouldBe(0);
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

        missed.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_hub_is_a_gap_that_it_cannot_count()
    {
        await using var listener = Listen();
        Answer(hub, 0);
        await RenewAsync();

        Answer(Guid.NewGuid(), 0);
        await RenewAsync(2);

        missed.ShouldBe(1);
    }

    [Fact]
    public async Task A_hub_that_cannot_be_reached_for_a_while_is_none()
    {
        await using var listener = Listen();
        Answer(hub, 0);
        await RenewAsync();

        answer = () => throw new TimeoutException();
        await RenewAsync(3);
        Answer(hub, 0);
        await RenewAsync(2);

        missed.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_sent_before_it_first_came_was_missed_too()
    {
        await using var listener = Listen(ChangeFeed.Owners);
        Answer(hub, 7);
        await RenewAsync(3);

        missed.ShouldBe(1);
    }

    [Fact]
    public async Task An_owner_has_missed_nothing_of_a_new_hub_that_gave_no_order()
    {
        await using var listener = Listen(ChangeFeed.Owners);
        Answer(hub, 0);
        await RenewAsync();

        Answer(Guid.NewGuid(), 0);
        await RenewAsync(3);

        missed.ShouldBe(0);
    }

    [Fact]
    public async Task An_owner_that_comes_to_a_new_hub_after_its_first_order_has_missed_that()
    {
        await using var listener = Listen(ChangeFeed.Owners);
        Answer(hub, 0);
        await RenewAsync();

        Answer(Guid.NewGuid(), 1);
        await RenewAsync(3);

        missed.ShouldBe(1);
    }

    private Listener Listen(ChangeFeed feed = ChangeFeed.Copies)
    {
        var subscriber = new ChangeSubscriber(feed, time, NullLogger<ChangeSubscriber>.Instance);
        return new Listener(subscriber, stopping => subscriber.RunAsync(_ => Task.FromResult(Ask()), () => missed++, stopping)).Start();
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
