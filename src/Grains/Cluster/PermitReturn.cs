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

    private async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        try
        {
            await traffics.LeaveAsync().WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // Governors go on counting them until the longest call must be over.
        }
    }
}
