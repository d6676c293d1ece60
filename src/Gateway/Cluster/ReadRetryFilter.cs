using System.Collections.Concurrent;
using System.Reflection;
using Bff.Contracts.Answers;
using Bff.Contracts.Cluster;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Bff.Gateway.Cluster;

/// <summary>
/// Repeats a read whose silo went away, so that a client does not notice. A read is what returns <see cref="Answer{T}"/>, or is marked
/// <see cref="ReadOnlyAttribute"/> or <see cref="RepeatableAttribute"/>; everything else may have changed something and goes through once.
/// </summary>
/// <remarks>
/// 1. The first try is the caller's own call, waited for only so long.
/// 2. A silo lost on the way, or no reply in time: after a pause, a fresh call; a try that was given up may still run and harms nothing.
/// 3. After a try that got no reply the next waits twice as long, so that a slow v6 is not asked again and again. A rejection came at once
/// and changes nothing: the silos are still agreeing on who is left, and tries go on until the budget is used up.
/// </remarks>
internal sealed partial class ReadRetryFilter(
    IOptions<ReadRetryOptions> options, TimeProvider time, ClusterMetrics metrics, ILogger<ReadRetryFilter> logger) : IOutgoingGrainCallFilter
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> Reads = new();

    // A fresh call comes through this filter again and must not start a retry of its own.
    private static readonly AsyncLocal<bool> WithinRetry = new();

    public Task Invoke(IOutgoingGrainCallContext context) =>
        !WithinRetry.Value && Reads.GetOrAdd(context.InterfaceMethod, IsRead) ? RepeatAsync(context) : context.Invoke();

    internal static bool IsRead(MethodInfo method)
    {
        var result = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : null;
        return result is { IsGenericType: true } && result.GetGenericTypeDefinition() == typeof(Answer<>)
            || method.GetCustomAttribute<ReadOnlyAttribute>() is not null
            || method.GetCustomAttribute<RepeatableAttribute>() is not null;
    }

    private async Task RepeatAsync(IOutgoingGrainCallContext context)
    {
        var started = time.GetTimestamp();
        var budget = TimeSpan.FromSeconds(options.Value.BudgetSeconds);
        var patience = TimeSpan.FromSeconds(options.Value.FirstTrySeconds);
        var pause = TimeSpan.FromMilliseconds(options.Value.PauseMs);

        for (var attempt = 1; ; attempt++)
        {
            var rest = budget - time.GetElapsedTime(started);
            var left = rest > TimeSpan.Zero ? rest : TimeSpan.Zero; // A pause can outlast the budget on a machine that stalls.
            try
            {
                await (attempt == 1 ? context.Invoke() : CallAgainAsync(context)).WaitAsync(patience < left ? patience : left, time); // Step 1
                return;
            }
            catch (Exception exception) when (LostSilo.Explains(exception) && budget - time.GetElapsedTime(started) > pause) // Step 2
            {
                metrics.Repeated();
                LogRepeated(logger, context.InterfaceName, context.MethodName, attempt, exception);
                patience *= exception is TimeoutException ? 2 : 1; // Step 3
                await Task.Delay(pause, time);
            }
        }
    }

    private static async Task CallAgainAsync(IOutgoingGrainCallContext context)
    {
        var arguments = new object?[context.Request.GetArgumentCount()];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = context.Request.GetArgument(i);
        }

        WithinRetry.Value = true; // Ends with this method: a child's change does not flow back to its caller.
        var call = (Task)context.InterfaceMethod.Invoke(context.Grain, arguments)!;
        await call;
        context.Result = context.InterfaceMethod.ReturnType.GetProperty(nameof(Task<>.Result))?.GetValue(call);
    }

    [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "Repeats {Interface}.{Method} after try {Attempt}.")]
    private static partial void LogRepeated(ILogger logger, string @interface, string method, int attempt, Exception reason);
}
