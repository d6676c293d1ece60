using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Changes;

/// <summary>How long this gateway keeps copies of what owners answered (section <c>Gateway:NearCache</c>).</summary>
internal sealed class NearCacheOptions
{
    public const string Section = "Gateway:NearCache";

    /// <summary>How long a copy may be served, in seconds: what a lost change notice costs at most. Default 5.</summary>
    [Range(0.1, 60, ErrorMessage = "must be 0.1 to 60 seconds.")]
    public double FreshSeconds { get; set; } = 5;

    /// <summary>How long after that it may still be served while its owner cannot be reached, in seconds. Default 600.</summary>
    [Range(0, 86_400, ErrorMessage = "must be 0 to 86400 seconds.")]
    public double StaleIfErrorSeconds { get; set; } = 600;

    /// <summary>
    /// Most copies of all tenants together; beyond it all of the tenants are forgotten that nobody asked about for longest. Default 10,000.
    /// </summary>
    [Range(1, 10_000_000, ErrorMessage = "must be 1 to 10000000.")]
    public int Entries { get; set; } = 10_000;

    /// <summary>Most copies of one tenant. Default 1,000.</summary>
    [Range(1, 1_000_000, ErrorMessage = "must be 1 to 1000000.")]
    public int EntriesPerTenant { get; set; } = 1_000;

    /// <summary>Most tenants of which copies are kept. Default 10,000.</summary>
    [Range(1, 1_000_000, ErrorMessage = "must be 1 to 1000000.")]
    public int Tenants { get; set; } = 10_000;
}
