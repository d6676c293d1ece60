using Bff.Upstream.Governing;

namespace Bff.Grains.Cluster;

/// <summary>
/// Gives a silo's permits back when its last grain has ended. Governors would count them until the longest call must be over, and a rolling
/// restart leaves several such silos behind in that time: tenants would wait for permits that nobody uses.
/// </summary>
internal sealed class PermitReturn(TenantTraffics traffics, TimeProvider time) : ILifecycleParticipant<ISiloLifecycle>
{
    // Silos stop from the highest stage down: right after the grains.
    private const int Stage = ServiceLifecycleStage.Active - 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(PermitReturn), Stage, _ => Task.CompletedTask, GiveBackAsync);

    private Task GiveBackAsync(CancellationToken cancellationToken) =>
        traffics.LeaveAsync().WaitAsync(Patience, time, cancellationToken).ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
