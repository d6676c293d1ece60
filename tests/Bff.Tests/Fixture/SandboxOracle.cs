using Bff.Sandbox;
using Bff.Sandbox.Counting;
using Bff.Sandbox.Faults;

namespace Bff.Tests.Fixture;

/// <summary>What v6 saw and did. Tests believe this, not what the BFF says of itself.</summary>
internal sealed class SandboxOracle(SandboxServer sandbox)
{
    public Uri Address => sandbox.ApiAddress;

    /// <summary>Requests of one operation that reached v6, refused ones too.</summary>
    public long Calls(string operation, string? tenant = null) => Counter(operation, tenant, counter => counter.Calls);

    /// <summary>Changes that one operation made.</summary>
    public long Commits(string operation, string? tenant = null) => Counter(operation, tenant, counter => counter.Commits);

    /// <summary>Requests of all operations.</summary>
    public long AllCalls(string? tenant = null) => sandbox.World.Counters.For(tenant).Values.Sum(counter => counter.Calls);

    /// <summary>Scripts what goes wrong from now on; nothing else does.</summary>
    public void Fail(params FaultRule[] rules) => sandbox.World.Faults.Set(rules);

    /// <summary>Nobody can reach v6.</summary>
    public void GoDown() => Fail(new FaultRule { Kind = FaultKind.Refuse });

    /// <summary>Nothing goes wrong any more.</summary>
    public void Recover() => sandbox.World.Faults.Clear();

    private long Counter(string operation, string? tenant, Func<OperationCounter, long> read) =>
        sandbox.World.Counters.For(tenant).TryGetValue(operation, out var counter) ? read(counter) : 0;
}
