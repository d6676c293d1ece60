using Bff.Contracts.WarmUp;
using Bff.ServiceDefaults.WarmUp;

namespace Bff.Gateway.WarmUp;

/// <summary>Every call that this gateway can make of a grain, there and back (<see cref="LoopbackCalls"/>).</summary>
internal sealed class LoopbackExercise(IClusterClient cluster, ClusterConnection connection) : IWarmUpExercise
{
    // Twice for short replies and twice for long ones: what this is about has been compiled then, if not for speed.
    private const int Rounds = 4;

    private readonly LoopbackCalls calls = new(cluster);
    private int round;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (round++ < Rounds)
        {
            await connection.WaitAsync(cancellationToken);
            await calls.MakeAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        calls.Dispose();
        return ValueTask.CompletedTask;
    }
}
