using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Bff.Contracts.Answers;

namespace Bff.Gateway.Cluster;

/// <summary>
/// A mutation whose silo went away may have happened: the caller is told so, and nothing is sent again. Orleans does not say whether
/// a call had been given to the grain, so every lost call counts as unknown.
/// </summary>
internal sealed partial class LostMutationFilter(ClusterMetrics metrics, ILogger<LostMutationFilter> logger) : IOutgoingGrainCallFilter
{
    private static readonly ImmutableArray<MutationError> Unknown = [new UnknownOutcomeError(null)];

    // Null for what is no mutation.
    private static readonly ConcurrentDictionary<MethodInfo, Func<object>?> UnknownResults = new();

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (LostSilo.Explains(exception) && UnknownResults.GetOrAdd(context.InterfaceMethod, UnknownResultOf) is { } unknown)
        {
            metrics.Lost();
            LogLost(logger, context.InterfaceName, context.MethodName, exception);
            context.Result = unknown();
        }
    }

    private static Func<object>? UnknownResultOf(MethodInfo method)
    {
        var result = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : null;
        return result is { IsGenericType: true } && result.GetGenericTypeDefinition() == typeof(MutationResult<>)
            ? () => Activator.CreateInstance(result, null, Unknown)!
            : null;
    }

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning, Message = "The outcome of {Interface}.{Method} is unknown.")]
    private static partial void LogLost(ILogger logger, string @interface, string method, Exception exception);
}
