using System.ComponentModel.DataAnnotations;
using Bff.Gateway.Edge;

namespace Bff.Gateway.ResponseCache;

/// <summary>How replies to public operations are kept in this gateway (section <c>Gateway:ResponseCache</c>).</summary>
internal sealed class ResponseCacheOptions
{
    public const string Section = "Gateway:ResponseCache";

    /// <summary>Keeps replies at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Most bytes of replies kept for one tenant. Default 8,388,608.</summary>
    [Range(0, 1_000_000_000)]
    public int BytesPerTenant { get; set; } = 8_388_608;

    /// <summary>
    /// Most bytes of replies kept for all tenants together; beyond it the tenants that nobody asked about for longest are forgotten. Default
    /// 134,217,728.
    /// </summary>
    [Range(0, 1_000_000_000_000)]
    public long Bytes { get; set; } = 134_217_728;

    /// <summary>Most tenants of which replies are kept. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int Tenants { get; set; } = 2_000;

    /// <summary>
    /// Shortest time for which a reply may be shared that makes it worth keeping, in seconds. Default 5: what lives for less, such as
    /// free slots, is asked of its owner each time, so that a booking shows at once on every gateway.
    /// </summary>
    [Range(0.001, 3600)]
    public double KeepFromSeconds { get; set; } = 5;

    /// <summary>Part of a reply's life, at its end, in which the first to ask makes it be renewed while it is still served. Default 0.2.</summary>
    [Range(0.0, 0.9)]
    public double EagerRefresh { get; set; } = 0.2;

    /// <summary>Who is shown in the header <c>Bff-Cache</c> where a reply comes from. Default: everybody in Development, operators elsewhere.</summary>
    public Exposure? ShowVerdict { get; set; }
}
