namespace Bff.Caching;

/// <summary>What one fetch brought.</summary>
public enum FetchOutcome
{
    /// <summary>A value.</summary>
    Found,

    /// <summary>The knowledge that there is none.</summary>
    Absent,

    /// <summary>A failure, or nothing in time.</summary>
    Failed,
}
