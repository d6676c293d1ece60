using Orleans.Concurrency;

namespace Bff.Contracts.Cluster;

/// <summary>One activation is one silo answering that it still runs grains. It lives in the silo that is asked. Key: always 0.</summary>
[GrainInterfaceType("silo-probe")]
public interface ISiloProbeGrain : IGrainWithIntegerKey
{
    /// <summary>Returns when a turn was run.</summary>
    [AlwaysInterleave, ReadOnly, Alias("ping")]
    Task PingAsync();
}
