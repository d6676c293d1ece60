using System.Reflection;
using Bff.Contracts.Cluster;
using Bff.Gateway.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Serialization.Invocation;

namespace Bff.Tests.Cluster;

public sealed class ReadRetryFilterTests
{
    [Fact]
    public async Task Rejections_in_quick_succession_do_not_use_up_a_reads_budget()
    {
        var call = Call.To(new Probe(rejections: 10));

        await Filter(budgetSeconds: 30).Invoke(call);

        ((Probe)call.Grain).Calls.ShouldBe(11);
    }

    [Fact]
    public async Task A_read_fails_when_its_budget_is_used_up()
    {
        var call = Call.To(new Probe(rejections: int.MaxValue));

        await Should.ThrowAsync<SiloUnavailableException>(() => Filter(budgetSeconds: 0.2).Invoke(call));

        ((Probe)call.Grain).Calls.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_pause_that_outlasts_the_budget_leaves_no_time_and_not_less_than_none()
    {
        var call = Call.To(new Probe(rejections: 1, thenSilent: true));

        await Should.ThrowAsync<TimeoutException>(() => Filter(budgetSeconds: 1, new LatePauses()).Invoke(call).WaitAsync(TimeSpan.FromSeconds(30)));

        ((Probe)call.Grain).Calls.ShouldBe(2);
    }

    [Fact]
    public void What_only_asks_is_repeated_and_nothing_that_may_change_something()
    {
        var others = typeof(ISiloProbeGrain).Assembly.GetTypes()
            .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
            .SelectMany(type => type.GetMethods())
            .Where(method => !(method.ReturnType.IsGenericType && method.ReturnType.GetGenericArguments()[0].Name is "Answer`1"))
            .ToLookup(ReadRetryFilter.IsRead, method => $"{method.DeclaringType!.Name}.{method.Name}");

        others[true].ShouldBe(
        [
            "ISiloProbeGrain.PingAsync", "ITenantSettingsGrain.GetAsync",
            "ISessionGrain.ValidateAsync", "ISessionGrain.AdmitAsync", "ISessionGrain.GetDetailsAsync", "ISessionGrain.ChangedAsync",
            "ICustomerSessionsGrain.GetAsync", "ITokenVerdictGrain.ValidateAsync", "ITokenVerdictGrain.GetProfileAsync",
        ], ignoreOrder: true);
        others[false].ShouldContain("ISessionGrain.RefreshAsync");
    }

    private static ReadRetryFilter Filter(double budgetSeconds, TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddMetrics().AddSingleton<ClusterMetrics>().BuildServiceProvider();
        var options = new ReadRetryOptions { FirstTrySeconds = 1, PauseMs = 10, BudgetSeconds = budgetSeconds };
        return new(Options.Create(options), time ?? TimeProvider.System, services.GetRequiredService<ClusterMetrics>(), NullLogger<ReadRetryFilter>.Instance);
    }

    private sealed class Probe(int rejections, bool thenSilent = false) : ISiloProbeGrain
    {
        public int Calls { get; private set; }

        public Task PingAsync() => Calls++ < rejections ? Task.FromException(new SiloUnavailableException("lost"))
            : thenSilent ? new TaskCompletionSource().Task : Task.CompletedTask;
    }

    /// <summary>A machine that stalls: whoever has slept finds a minute gone.</summary>
    private sealed class LatePauses : TimeProvider
    {
        private long lost;

        public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref lost);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Add(ref lost, 60 * TimestampFrequency);
            return System.CreateTimer(callback, state, dueTime, period);
        }
    }

    /// <summary>A call of <see cref="ISiloProbeGrain.PingAsync"/> as Orleans hands it to filters; only what the filter reads is there.</summary>
    public class Call : DispatchProxy
    {
        private object? grain;

        public static IOutgoingGrainCallContext To(object grain)
        {
            var context = Create<IOutgoingGrainCallContext, Call>();
            ((Call)context).grain = grain;
            return context;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_Grain" => grain,
            "get_InterfaceMethod" => typeof(ISiloProbeGrain).GetMethod(nameof(ISiloProbeGrain.PingAsync)),
            "get_Request" => Create<IInvokable, NoArguments>(),
            "get_InterfaceName" or "get_MethodName" => "probe",
            "set_Result" => null,
            "Invoke" => ((ISiloProbeGrain)grain!).PingAsync(),
            var other => throw new InvalidOperationException(other),
        };
    }

    /// <summary>A request without arguments.</summary>
    public class NoArguments : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => 0;
    }
}
