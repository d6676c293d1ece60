using Bff.Contracts.Answers;

namespace Bff.Contracts.Live;

/// <summary>What an owner tells.</summary>
[GenerateSerializer, Immutable, Alias("bff.live-value")]
public abstract record LiveValue;

/// <summary>One change.</summary>
/// <param name="Owner">The grain that tells it, as Orleans writes its id.</param>
/// <param name="Epoch">The activation that tells it: another one counts anew.</param>
/// <param name="Version">One more than the change before.</param>
/// <param name="Value">What is so now, and what has changed.</param>
[GenerateSerializer, Immutable, Alias("bff.live-notice")]
public sealed record LiveNotice(
    [property: Id(0)] string Owner,
    [property: Id(1)] Guid Epoch,
    [property: Id(2)] long Version,
    [property: Id(3)] LiveValue Value)
{
    /// <summary>Names the type only: what a customer owns is a person's data.</summary>
    public override string ToString() => nameof(LiveNotice);
}

/// <summary>Who listens, and what it has got.</summary>
/// <param name="Listener">Made anew whenever somebody begins to listen.</param>
/// <param name="Observer">Where to send to.</param>
/// <param name="Epoch">The activation it heard last; empty at the beginning.</param>
/// <param name="Version">The last change it has got.</param>
[GenerateSerializer, Immutable, Alias("bff.live-subscription")]
public sealed record LiveSubscription(
    [property: Id(0)] Guid Listener,
    [property: Id(1)] ILiveObserver Observer,
    [property: Id(2)] Guid Epoch,
    [property: Id(3)] long Version);

/// <summary>How far an owner has come.</summary>
/// <param name="Epoch">This activation.</param>
/// <param name="Version">Its last change; 0 when there has been none.</param>
/// <param name="Latest">That change, when the listener has not got it.</param>
/// <param name="Lease">How long the subscription lasts.</param>
/// <param name="Failure">Why there is nothing to tell now; null when there is.</param>
[GenerateSerializer, Immutable, Alias("bff.live-state")]
public sealed record LiveState(
    [property: Id(0)] Guid Epoch,
    [property: Id(1)] long Version,
    [property: Id(2)] LiveNotice? Latest,
    [property: Id(3)] TimeSpan Lease,
    [property: Id(4)] Failure? Failure)
{
    /// <summary>Names the type only: what a customer owns is a person's data.</summary>
    public override string ToString() => nameof(LiveState);
}
