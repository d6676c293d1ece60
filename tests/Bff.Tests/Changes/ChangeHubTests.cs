using Bff.Caching;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Changes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Changes;

/// <summary>The hub says that all have forgotten when all have, is not held up by who is dead, and takes an order once.</summary>
public sealed class ChangeHubTests
{
    private static readonly PurgeOrder Order = new(TenantId.Parse("salon-hk"), Scope: null);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private int silos = 1;

    [Fact]
    public async Task Who_reached_nobody_has_not_reached_everybody()
    {
        silos = 0;

        (await Hub().PurgeAsync(Order)).IsComplete.ShouldBeFalse();
    }

    [Fact]
    public async Task A_silo_and_a_gateway_that_have_forgotten_are_everybody()
    {
        var hub = Hub();
        await SubscribeAsync(hub, ChangeFeed.Owners, new Obedient());
        await SubscribeAsync(hub, ChangeFeed.Copies, new Obedient());

        (await hub.PurgeAsync(Order)).IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task An_active_silo_that_has_not_come_to_this_hub_yet_is_missing()
    {
        silos = 2;
        var hub = Hub();
        await SubscribeAsync(hub, ChangeFeed.Owners, new Obedient());
        await SubscribeAsync(hub, ChangeFeed.Copies, new Obedient());

        var report = await hub.PurgeAsync(Order);

        (report.Silos, report.SilosAsked, report.IsComplete).ShouldBe((1, 2, false));
    }

    [Fact]
    public async Task A_hub_that_took_over_moments_ago_may_miss_gateways_and_says_so()
    {
        var hub = Hub();
        await SubscribeAsync(hub, ChangeFeed.Owners, new Obedient(), lastHub: Guid.NewGuid());
        await SubscribeAsync(hub, ChangeFeed.Copies, new Obedient());
        var early = await hub.PurgeAsync(Order);

        time.Advance(ChangeHubGrain.Lease / 2);
        var late = await hub.PurgeAsync(Order);

        (early.MayMissGateways, early.IsComplete).ShouldBe((true, false));
        (late.MayMissGateways, late.IsComplete).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_dead_silo_and_a_dead_gateway_together_hold_an_order_up_for_one_second_and_the_others_not_at_all()
    {
        silos = 2;
        var hub = Hub();
        var (deadSilo, deadGateway, gateway) = (new Silent(), new Silent(), new Obedient());
        await SubscribeAsync(hub, ChangeFeed.Owners, deadSilo);
        await SubscribeAsync(hub, ChangeFeed.Owners, new Obedient());
        await SubscribeAsync(hub, ChangeFeed.Copies, deadGateway);
        await SubscribeAsync(hub, ChangeFeed.Copies, gateway);

        var purge = hub.PurgeAsync(Order);
        await deadSilo.Asked.WaitAsync(Patience);
        time.Advance(ChangeHubGrain.PatienceWithOwners);
        await deadGateway.Asked.WaitAsync(Patience);
        await gateway.Asked.WaitAsync(Patience);
        time.Advance(ChangeHubGrain.PatienceWithCopies);
        var report = await purge.WaitAsync(Patience);

        (ChangeHubGrain.PatienceWithOwners + ChangeHubGrain.PatienceWithCopies).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(1));
        (report.Silos, report.SilosAsked, report.Gateways, report.GatewaysAsked).ShouldBe((1, 2, 1, 2));
    }

    [Fact]
    public async Task A_named_order_that_reached_everybody_is_not_taken_again()
    {
        var (hub, silo) = await WithListenersAsync();

        var first = await hub.PurgeAsync(Named("msg-1"));
        var again = await hub.PurgeAsync(Named("msg-1"));

        (first.IsComplete, again.IsRepeated, silo.Orders).ShouldBe((true, true, 1));
    }

    [Fact]
    public async Task A_named_order_that_did_not_reach_everybody_may_be_given_again()
    {
        var (hub, silo) = await WithListenersAsync();
        silos = 2;
        var first = await hub.PurgeAsync(Named("msg-1"));
        silos = 1;

        var again = await hub.PurgeAsync(Named("msg-1"));

        (first.IsComplete, again.IsComplete, silo.Orders).ShouldBe((false, true, 2));
    }

    [Fact]
    public async Task A_named_order_that_comes_twice_at_once_is_done_once_for_both()
    {
        var (hub, silo) = await WithListenersAsync();
        var slow = new Silent();
        silos = 2;
        await SubscribeAsync(hub, ChangeFeed.Owners, slow);

        var both = new[] { hub.PurgeAsync(Named("msg-1")), hub.PurgeAsync(Named("msg-1")) };
        slow.Answer();
        var reports = await Task.WhenAll(both).WaitAsync(Patience);

        reports.ShouldAllBe(report => report.IsComplete);
        silo.Orders.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_given_before_the_hub_began_may_have_come_to_another_and_is_refused_until_it_is_signed_anew()
    {
        var (hub, silo) = await WithListenersAsync();

        var old = await hub.PurgeAsync(Named("msg-1") with { GivenAt = time.GetUtcNow() - TimeSpan.FromSeconds(1) });
        var anew = await hub.PurgeAsync(Named("msg-1") with { GivenAt = time.GetUtcNow() });

        (old.IsTooOld, old.IsComplete, anew.IsComplete, silo.Orders).ShouldBe((true, false, true, 1));
    }

    private static PurgeOrder Named(string id) => Order with { Id = id };

    private ChangeHubGrain Hub() =>
        new(new CacheEnvironment(time, ICacheObserver.None), KnownMembers.Of(() => silos), time, NullLogger<ChangeHubGrain>.Instance);

    private async Task<(ChangeHubGrain Hub, Obedient Silo)> WithListenersAsync()
    {
        var (hub, silo) = (Hub(), new Obedient());
        await SubscribeAsync(hub, ChangeFeed.Owners, silo);
        await SubscribeAsync(hub, ChangeFeed.Copies, new Obedient());
        return (hub, silo);
    }

    private static Task<ChangeHubState> SubscribeAsync(ChangeHubGrain hub, ChangeFeed feed, IChangeObserver observer, Guid? lastHub = null) =>
        hub.SubscribeAsync(new ChangeSubscription(Guid.NewGuid(), observer, feed) { LastHub = lastHub });

    private sealed class Obedient : IChangeObserver
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Orders { get; private set; }

        public Task Asked => asked.Task;

        public Task<long> ApplyAsync(ChangeBatch batch)
        {
            Orders++;
            asked.TrySetResult();
            return Task.FromResult(1L);
        }
    }

    /// <summary>Its process has gone, and its lease has not ended yet; or it takes its time.</summary>
    private sealed class Silent : IChangeObserver
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<long> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public void Answer() => answer.SetResult(1);

        public Task<long> ApplyAsync(ChangeBatch batch)
        {
            asked.TrySetResult();
            return answer.Task;
        }
    }
}
