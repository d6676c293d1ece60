using Bff.Contracts.Cluster;
using Orleans.Concurrency;

namespace Bff.Grains.Cluster;

/// <summary>A stateless worker, because such a grain is always called in the silo that the call reached.</summary>
[StatelessWorker(1), GrainType("silo-probe")]
internal sealed class SiloProbeGrain : Grain, ISiloProbeGrain
{
    public Task PingAsync() => Task.CompletedTask;
}
