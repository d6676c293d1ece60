using Orleans.Concurrency;

namespace Bff.Contracts.Live;

/// <summary>
/// Something whose changes can be watched while they happen. Each activation numbers them from its own beginning, so that who listens
/// knows when one is missing. Nothing is kept of who listens but a lease: a listener that has gone is forgotten by itself.
/// Key: that of the owner that implements it.
/// </summary>
[GrainInterfaceType("live")]
public interface ILiveGrain : IGrainWithStringKey
{
    /// <summary>Listens for <see cref="LiveState.Lease"/> from now; to be repeated well before that is over.</summary>
    /// <returns>How far the owner has come, with its latest change when the listener has not got that yet.</returns>
    [AlwaysInterleave, Alias("watch")]
    Task<LiveState> WatchAsync(LiveSubscription subscription);

    /// <summary>Does not listen any more.</summary>
    [AlwaysInterleave, Alias("unwatch")]
    Task UnwatchAsync(Guid listener);
}

/// <summary>Is told of changes by those who own what is watched.</summary>
[GrainInterfaceType("live-observer")]
public interface ILiveObserver : IGrainObserver
{
    /// <summary>Something has changed. It may be lost, late or come before an earlier one: numbers and renewals find that out.</summary>
    [Alias("changed")]
    Task ChangedAsync(LiveNotice notice);
}
