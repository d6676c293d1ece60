namespace Bff.Caching;

/// <summary>How one call was answered.</summary>
public enum CacheVerdict
{
    /// <summary>From a fresh value.</summary>
    Hit,

    /// <summary>From the fresh knowledge that there is no such thing.</summary>
    Absent,

    /// <summary>From a value whose time is over, because the source fails or is slow.</summary>
    Stale,

    /// <summary>By a fetch that this call began.</summary>
    Miss,

    /// <summary>By a fetch that an earlier call began.</summary>
    Coalesced,

    /// <summary>With a failure.</summary>
    Failed,

    /// <summary>Not at all: the caller went away.</summary>
    Abandoned,
}
