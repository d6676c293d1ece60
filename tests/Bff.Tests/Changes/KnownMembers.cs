using System.Net;
using System.Reflection;

namespace Bff.Tests.Changes;

/// <summary>A membership that knows how many silos are active, and nothing else.</summary>
public class KnownMembers : DispatchProxy
{
    private Func<int> count = () => 0;

    /// <summary>As many as that says when it is asked.</summary>
    public static ISiloStatusOracle Of(Func<int> count)
    {
        var members = Create<ISiloStatusOracle, KnownMembers>();
        ((KnownMembers)(object)members).count = count;
        return members;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod?.Name == nameof(ISiloStatusOracle.GetApproximateSiloStatuses)
            ? Enumerable.Range(1, count()).ToDictionary(port => SiloAddress.New(IPAddress.Loopback, port, 1), _ => SiloStatus.Active)
            : throw new NotSupportedException();
}
