using Bff.Contracts.WarmUp;
using Bff.ServiceDefaults.WarmUp;

namespace Bff.Gateway.WarmUp;

/// <summary>Every call that this gateway can make of a grain, there and back (<see cref="LoopbackCalls"/>).</summary>
internal sealed class LoopbackExercise(IClusterClient cluster, ClusterConnection connection) : IWarmUpExercise
{
    private readonly LoopbackCalls calls = new(cluster);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await connection.WaitAsync(cancellationToken);
        await calls.MakeAsync();
    }

    public ValueTask DisposeAsync()
    {
        calls.Dispose();
        return ValueTask.CompletedTask;
    }
}
