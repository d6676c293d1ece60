using System.Collections.Immutable;

namespace Bff.Contracts.Cluster;

/// <summary>The answer to a <see cref="TenantDemand"/>.</summary>
/// <param name="Permits">Calls that the silo may have under way, for as long as a lease admits calls. It may be fewer than are under way: then none may begin.</param>
/// <param name="Broken">Operations that no silo should call now.</param>
[GenerateSerializer, Immutable, Alias("bff.tenant-grant")]
public sealed record TenantGrant([property: Id(0)] int Permits, [property: Id(1)] ImmutableArray<BrokenOperation> Broken);

/// <summary>An operation whose breaker is open.</summary>
/// <param name="Operation">Its id in the v6 contract.</param>
/// <param name="For">How long still; zero when a probe is due or under way.</param>
[GenerateSerializer, Immutable, Alias("bff.broken-operation")]
public sealed record BrokenOperation([property: Id(0)] string Operation, [property: Id(1)] TimeSpan For);

/// <summary>The answer to a silo that would try a broken operation again.</summary>
/// <param name="Kind">What it may do.</param>
/// <param name="Wait">When to ask again; only with <see cref="ProbeKind.Wait"/>.</param>
[GenerateSerializer, Immutable, Alias("bff.probe-verdict")]
public sealed record ProbeVerdict([property: Id(0)] ProbeKind Kind, [property: Id(1)] TimeSpan Wait = default);

/// <summary>See <see cref="ProbeVerdict"/>.</summary>
public enum ProbeKind
{
    /// <summary>Call nothing yet: it is too early, or another silo's probe is under way.</summary>
    Wait,

    /// <summary>Make one call, and report how it went.</summary>
    Probe,

    /// <summary>The operation works again.</summary>
    Closed,
}
