namespace Bff.Silo.WarmUp;

/// <summary>The moment from which this silo runs grains.</summary>
internal sealed class SiloActivation(ISiloStatusOracle membership, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>This silo is an active member of the cluster.</summary>
    public bool IsOver => membership.CurrentStatus == SiloStatus.Active;

    /// <summary>Returns when this silo is an active member of the cluster.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (!IsOver)
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
