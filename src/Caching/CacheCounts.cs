namespace Bff.Caching;

/// <summary>What a tenant cache holds.</summary>
/// <param name="Found">Entries with a value, fresh or not.</param>
/// <param name="Absent">Entries that know that there is no such thing, or since when a value may be believed.</param>
/// <param name="Pending">Entries that hold nothing yet and wait for a fetch.</param>
public readonly record struct CacheCounts(int Found, int Absent, int Pending)
{
    /// <summary>Both together.</summary>
    public static CacheCounts operator +(CacheCounts a, CacheCounts b) => new(a.Found + b.Found, a.Absent + b.Absent, a.Pending + b.Pending);
}
