namespace Bff.Gateway.ResponseCache;

/// <summary>Where a reply comes from.</summary>
internal enum CacheVerdict
{
    /// <summary>It was kept.</summary>
    Hit,

    /// <summary>It was made for this request, or for another that asked the same at the same time.</summary>
    Miss,

    /// <summary>It was made now, of something whose time was over and that could not be asked again.</summary>
    Stale,
}
