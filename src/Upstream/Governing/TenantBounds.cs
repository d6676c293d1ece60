namespace Bff.Upstream.Governing;

/// <summary>What holds for the calls of each tenant.</summary>
/// <param name="Permits">Calls in flight over all silos.</param>
/// <param name="Queue">Calls that wait, in each silo.</param>
/// <param name="Chunk"><see cref="GovernorOptions.LeaseChunk"/>.</param>
/// <param name="LocalShare"><see cref="GovernorOptions.LocalShare"/>, at most all permits.</param>
/// <param name="LeaseFor"><see cref="GovernorOptions.LeaseFor"/>.</param>
/// <param name="Patience"><see cref="GovernorOptions.Patience"/>.</param>
/// <param name="AskAgainAfter"><see cref="GovernorOptions.AskAgainAfter"/>.</param>
internal sealed record TenantBounds(
    int Permits, int Queue, int Chunk, int LocalShare, TimeSpan LeaseFor, TimeSpan Patience, TimeSpan AskAgainAfter)
{
    /// <summary>As the settings say.</summary>
    public static TenantBounds Of(UpstreamOptions upstream, GovernorOptions governor) => new(
        upstream.CallsPerTenant,
        upstream.QueuePerTenant,
        governor.LeaseChunk,
        Math.Min(governor.LocalShare, upstream.CallsPerTenant),
        governor.LeaseFor,
        governor.Patience,
        governor.AskAgainAfter);
}
