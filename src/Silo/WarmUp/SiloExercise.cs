using Bff.Contracts.Auth;
using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Contracts.Tenancy;
using Bff.Contracts.WarmUp;
using Bff.ServiceDefaults.WarmUp;
using Orleans.Serialization;

namespace Bff.Silo.WarmUp;

/// <summary>
/// One of everything that travels is written and read while the silo joins; then grains are called that ask v6 for nothing: the probe, the
/// settings of a tenant that there is not, and what a session is worth that nobody ever opened, which is activated, read from storage and
/// forgotten.
/// </summary>
internal sealed class SiloExercise(IGrainFactory grains, ISiloStatusOracle membership, Serializer serializer, TimeProvider time) : IWarmUpExercise
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TenantId Nobody = TenantId.Parse("warm-up");

    private readonly WirePractice wire = new(serializer);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        wire.RoundTrip();
        while (membership.CurrentStatus != SiloStatus.Active)
        {
            await Task.Delay(Pause, time, cancellationToken);
            wire.RoundTrip();
        }

        await grains.GetGrain<ISiloProbeGrain>(0).PingAsync();
        await grains.GetGrain<ITenantSettingsGrain>(Nobody.Value).GetAsync();
        await grains.GetGrain<ISessionGrain>(SessionKey.Of(Guid.NewGuid().ToString()).Value).ValidateAsync(Nobody);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
