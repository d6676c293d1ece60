using Bff.Contracts.Cluster;

namespace Bff.Upstream.Governing;

/// <summary>What silos tell each other about one tenant's broken operations; see <see cref="ITenantGovernor"/>.</summary>
internal interface ISharedBreakers
{
    /// <summary>See <see cref="ITenantGovernor.TripAsync"/>.</summary>
    Task TripAsync(string operation);

    /// <summary>See <see cref="ITenantGovernor.AskProbeAsync"/>.</summary>
    Task<ProbeVerdict> AskProbeAsync(string operation);

    /// <summary>See <see cref="ITenantGovernor.EndProbeAsync"/>.</summary>
    Task EndProbeAsync(string operation, bool? worked);
}
