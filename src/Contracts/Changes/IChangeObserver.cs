using System.Collections.Immutable;

namespace Bff.Contracts.Changes;

/// <summary>Is told of changes by the hub.</summary>
[GrainInterfaceType("change-observer")]
public interface IChangeObserver : IGrainObserver
{
    /// <summary>Forgets what the batch says is outdated.</summary>
    /// <returns>A reading of the listener's logical clock that is later than everything it has forgotten.</returns>
    [Alias("apply")]
    Task<long> ApplyAsync(ChangeBatch batch);
}

/// <summary>What the hub sends at once.</summary>
/// <param name="Hub">The activation that sends it.</param>
/// <param name="Number">Counts the batches of one feed, without gaps.</param>
/// <param name="Notices">The changes.</param>
[GenerateSerializer, Immutable, Alias("bff.change-batch")]
public sealed record ChangeBatch([property: Id(0)] Guid Hub, [property: Id(1)] long Number, [property: Id(2)] ImmutableArray<ChangeNotice> Notices);
