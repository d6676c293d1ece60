namespace Bff.Caching;

/// <summary>What an entry holds, for the bounds.</summary>
internal enum EntryContent
{
    /// <summary>Nothing worth keeping.</summary>
    Empty,

    /// <summary>Nothing yet; a fetch is in flight.</summary>
    Pending,

    /// <summary>A value, fresh or not.</summary>
    Found,

    /// <summary>The knowledge that there is no such thing, or from when on a value may be believed.</summary>
    Absent,
}
