using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Bff.Contracts.Changes;

/// <summary>
/// The one place through which changes are made known to all caches of the cluster: gateways subscribe for what they hold copies of,
/// silos for orders to forget. It keeps nothing but who listens, for seconds. Key: always 0.
/// </summary>
[GrainInterfaceType("change-hub")]
public interface IChangeHubGrain : IGrainWithIntegerKey
{
    /// <summary>Tells gateways what owners have dropped. It does not wait for them: a notice may be lost, copies live for seconds only.</summary>
    [AlwaysInterleave, Alias("publish")]
    Task PublishAsync(ImmutableArray<ChangeNotice> notices);

    /// <summary>Listens for <see cref="ChangeHubState.Lease"/> from now; to be repeated well before that is over.</summary>
    [AlwaysInterleave, Alias("subscribe")]
    Task<ChangeHubState> SubscribeAsync(ChangeSubscription subscription);

    /// <summary>
    /// Has owners and gateways forget a tenant, an area or one thing. Owners go first, so that no gateway can ask one of them for what
    /// it has just forgotten. Waits a second at most for all of them together.
    /// </summary>
    [AlwaysInterleave, Alias("purge")]
    Task<PurgeReport> PurgeAsync(PurgeOrder order);
}

/// <summary>What a listener holds.</summary>
public enum ChangeFeed
{
    /// <summary>Copies of what owners answered: every change matters.</summary>
    Copies,

    /// <summary>Owners: only an order to forget matters.</summary>
    Owners,
}

/// <summary>Who listens.</summary>
/// <param name="Listener">Made anew by each process that listens.</param>
/// <param name="Observer">Where to send to.</param>
/// <param name="Feed">What it holds.</param>
[GenerateSerializer, Immutable, Alias("bff.change-subscription")]
public sealed record ChangeSubscription(
    [property: Id(0)] Guid Listener,
    [property: Id(1)] IChangeObserver Observer,
    [property: Id(2)] ChangeFeed Feed)
{
    /// <summary>The hub that it listened to last: another one tells the new hub that it has a predecessor. Null at first.</summary>
    [Id(3)]
    public Guid? LastHub { get; init; }
}

/// <summary>What the hub has sent out, so that a listener knows whether it missed something.</summary>
/// <param name="Hub">This activation of the hub: another one counts anew.</param>
/// <param name="Sent">Number of the last batch of the listener's feed.</param>
/// <param name="Lease">How long the subscription lasts.</param>
[GenerateSerializer, Immutable, Alias("bff.change-hub-state")]
public sealed record ChangeHubState([property: Id(0)] Guid Hub, [property: Id(1)] long Sent, [property: Id(2)] TimeSpan Lease);

/// <summary>An order to forget.</summary>
/// <param name="Tenant">Whose data.</param>
/// <param name="Scope">An area or one thing of it; null for everything of the tenant.</param>
/// <param name="Id">Names the order when it must not be taken twice; null when once more does no harm.</param>
[GenerateSerializer, Immutable, Alias("bff.purge-order")]
public sealed record PurgeOrder([property: Id(0)] Keys.TenantId Tenant, [property: Id(1)] CacheTag? Scope, [property: Id(2)] string? Id = null)
{
    /// <summary>For how long an <see cref="Id"/> is remembered: longer than any message is believed.</summary>
    public static TimeSpan RememberedFor { get; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// When the order was given, by its sender's clock in whole seconds; null when that does not matter. A hub that has begun since does not know
    /// whether it came before, and refuses it.
    /// </summary>
    [Id(3)]
    public DateTimeOffset? GivenAt { get; init; }
}

/// <summary>How far an order to forget came. Who was not reached in time learns of it when it subscribes again, and forgets everything.</summary>
/// <param name="Silos">Silos that have forgotten.</param>
/// <param name="SilosAsked">Silos that listen, and those that should: all that are active.</param>
/// <param name="Gateways">Gateways that have forgotten.</param>
/// <param name="GatewaysAsked">Gateways that listen.</param>
[GenerateSerializer, Immutable, Alias("bff.purge-report")]
public sealed record PurgeReport(
    [property: Id(0)] int Silos,
    [property: Id(1)] int SilosAsked,
    [property: Id(2)] int Gateways,
    [property: Id(3)] int GatewaysAsked)
{
    /// <summary>Nothing was done: an order of this id had come before.</summary>
    [Id(4)]
    public bool IsRepeated { get; init; }

    /// <summary>Nothing was done: the order is older than the hub's memory, so it may have come before. Given anew, it is taken.</summary>
    [Id(5)]
    public bool IsTooOld { get; init; }

    /// <summary>
    /// The hub took over from another one moments ago: a gateway that has not come to it yet is not counted. It forgets everything when it does.
    /// </summary>
    [Id(6)]
    public bool MayMissGateways { get; init; }

    /// <summary>Everybody has forgotten. There is no cluster without a silo, nor an order that came through no gateway.</summary>
    public bool IsComplete =>
        Silos > 0 && Silos == SilosAsked && Gateways > 0 && Gateways == GatewaysAsked && this is { MayMissGateways: false, IsRepeated: false, IsTooOld: false };
}
