using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.RateLimits;

/// <summary>How often callers may ask (section <c>Gateway:RateLimits</c>). Every operation counts, each one of a batch too.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "Gateway:RateLimits";

    /// <summary>Operations per second of one address. Default 300; 0 means no limit.</summary>
    [Range(0, 1_000_000)]
    public int CallerPerSecond { get; set; } = 300;

    /// <summary>Seconds' worth of operations that an address may ask for at once. Default 2.</summary>
    [Range(1, 3600)]
    public int CallerBurstSeconds { get; set; } = 2;

    /// <summary>Mutations per minute of one address: each field of an operation is one. Default 600; 0 means no limit.</summary>
    [Range(0, 1_000_000)]
    public int MutationsPerMinute { get; set; } = 600;

    /// <summary>
    /// Host names per minute that one address may have looked up, in Host or Origin, and that turn out to be no storefront's. Beyond, what is
    /// not known here is not looked up for it. Default 120; 0 means no limit.
    /// </summary>
    [Range(0, 1_000_000)]
    public int UnknownHostsPerMinute { get; set; } = 120;

    /// <summary>Operations per second of all callers of one tenant together. Default 5,000; 0 means no limit.</summary>
    [Range(0, 10_000_000)]
    public int TenantPerSecond { get; set; } = 5_000;

    /// <summary>
    /// A Redis of the limiter's own, as StackExchange.Redis reads it. Default none: all gateways count together in the cluster's (section
    /// <c>Redis</c>); without one, and while it is away, each gateway counts by itself.
    /// </summary>
    public string? Redis { get; set; }

    /// <summary>Callers and tenants remembered in memory. Default 100,000; the rest is forgotten, which lets them start afresh.</summary>
    [Range(100, 100_000_000)]
    public int MaxKeys { get; set; } = 100_000;
}
