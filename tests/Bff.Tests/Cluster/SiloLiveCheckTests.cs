using System.Reflection;
using Bff.Contracts.Cluster;
using Bff.Silo;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.Cluster;

/// <summary>A silo whose scheduler runs nothing any more is not alive; one that is not, or no longer, a member is.</summary>
public sealed class SiloLiveCheckTests
{
    private readonly FakeTimeProvider time = new();
    private readonly TaskCompletionSource turn = new();

    [Fact]
    public async Task A_silo_that_runs_no_turn_within_five_seconds_is_not_alive()
    {
        var check = CheckAsync(SiloStatus.Active);
        check.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(5));

        (await check).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task A_silo_that_runs_turns_is_alive()
    {
        turn.SetResult();

        (await CheckAsync(SiloStatus.Active)).ShouldBe(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData(SiloStatus.Joining)]
    [InlineData(SiloStatus.ShuttingDown)]
    public async Task A_silo_that_joins_or_leaves_runs_none_and_is_alive(SiloStatus status) => (await CheckAsync(status)).ShouldBe(HealthStatus.Healthy);

    private async Task<HealthStatus> CheckAsync(SiloStatus status)
    {
        var probe = Stub.Of<ISiloProbeGrain>(_ => turn.Task);
        var check = new SiloLiveCheck(Stub.Of<ISiloStatusOracle>(_ => status), Stub.Of<IGrainFactory>(_ => probe), time);
        var registration = new HealthCheckRegistration("grains", check, HealthStatus.Unhealthy, []);
        return (await check.CheckHealthAsync(new HealthCheckContext { Registration = registration }, CancellationToken.None)).Status;
    }

    /// <summary>An interface of which one member is used.</summary>
    public class Stub : DispatchProxy
    {
        private Func<MethodInfo, object> answer = null!;

        public static T Of<T>(Func<MethodInfo, object> answer)
            where T : class
        {
            var made = Create<T, Stub>();
            ((Stub)(object)made).answer = answer;
            return made;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => answer(targetMethod!);
    }
}
