using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Bff.Gateway.Limits;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

/// <summary>
/// Runs a subscription: for each event its selection is executed like a query, by the plan that was made and checked once. An event is a
/// request of its own: what was read or believed at the one before is asked anew.
/// </summary>
internal sealed partial class EventRunner(GraphEngine engine, IOptions<DocumentLimits> limits, TimeProvider time, ILogger<EventRunner> logger)
{
    /// <summary>One reply for each event. A reply that was not executed says why the subscription ends there.</summary>
    public async IAsyncEnumerable<GraphReply> RunAsync(PreparedOperation prepared, GraphContext context)
    {
        await using var events = engine.ListenAsync(prepared, context).GetAsyncEnumerator(context.CancellationToken);
        while (true)
        {
            var (hasEvent, problem) = await MoveAsync(events, context);
            if (hasEvent)
            {
                yield return await RunAsync(prepared, context, events.Current);
                continue;
            }

            if (problem is not null)
            {
                yield return new GraphReply { Errors = [problem], TraceId = context.TraceId };
            }

            yield break;
        }
    }

    private async ValueTask<(bool HasEvent, ExecutionError? Problem)> MoveAsync(IAsyncEnumerator<object> events, GraphContext context)
    {
        try
        {
            return (await events.MoveNextAsync(), null);
        }
        catch (ExecutionError error)
        {
            return (false, error);
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
        {
            Failed(exception, context.TraceId);
            return (false, new UnhandledError(exception.Message, exception));
        }
    }

    private async Task<GraphReply> RunAsync(PreparedOperation prepared, GraphContext context, object happened)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Value.OperationTimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, context.CancellationToken);
        try
        {
            var result = await engine.ExecuteAsync(prepared, context.Afresh(either.Token), happened);
            return new GraphReply { Data = result.Data, IsExecuted = true, Errors = result.Errors, TraceId = context.TraceId };
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            return GraphReply.TimedOut(context.TraceId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A subscription broke off; trace {TraceId}.")]
    private partial void Failed(Exception exception, string traceId);
}
