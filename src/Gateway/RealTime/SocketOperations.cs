using System.Collections.Concurrent;
using System.Diagnostics;
using Bff.Contracts.Answers;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Limits;
using Bff.Gateway.Overload;
using Bff.Gateway.RateLimits;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

/// <summary>What the operations of all WebSockets need.</summary>
internal sealed class SocketTools(
    OperationRunner runner, AdmissionGate admissions, RateGate rates, ServerMessages messages, IOptions<RealTimeOptions> options, IOptions<DocumentLimits> limits, TimeProvider time)
{
    public OperationRunner Runner => runner;

    public AdmissionGate Admissions => admissions;

    public RateGate Rates => rates;

    public ServerMessages Messages => messages;

    public RealTimeOptions Options => options.Value;

    public TimeSpan OperationTimeout => TimeSpan.FromSeconds(limits.Value.OperationTimeoutSeconds);

    public TimeProvider Time => time;
}

/// <summary>The operations of one WebSocket that run or listen.</summary>
internal sealed class SocketOperations(SocketTools tools, Func<ReadOnlyMemory<byte>, ValueTask> send, CancellationToken connectionEnded)
{
    private static readonly ActivitySource Spans = new("Bff.RealTime");

    private readonly ConcurrentDictionary<string, CancellationTokenSource> named = new();
    private readonly ConcurrentDictionary<Task, bool> running = new();

    /// <summary>
    /// False when an operation of that name runs. What is refused is answered before this returns: who asks for more than there is room for is
    /// read as fast as it reads, and nothing of it piles up.
    /// </summary>
    public async ValueTask<bool> TryStartAsync(string id, GraphRequest request, SocketCaller caller)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(connectionEnded);
        if (!named.TryAdd(id, stop))
        {
            stop.Dispose();
            return false;
        }

        if (running.Count >= tools.Options.MaxOperations)
        {
            await RefuseAsync(id, caller, stop);
            return true;
        }

        var task = RunAsync(id, request, caller, stop);
        if (running.TryAdd(task, true))
        {
            _ = task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return true;
    }

    /// <summary>The client does not listen to it any more; its name is free at once.</summary>
    public void Stop(string id)
    {
        if (named.TryRemove(id, out var stop))
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended by itself.
            }
        }
    }

    /// <summary>Completes when all have ended.</summary>
    public Task WhenDone() => Task.WhenAll(running.Keys);

    private async Task RefuseAsync(string id, SocketCaller caller, CancellationTokenSource stop)
    {
        var refusal = new FailureError(new Failure(ErrorCodes.ConnectionLimit, Retryable: true));
        try
        {
            await tools.Rates.RequireOperationAsync(caller.Http, caller.Tenancy.Tenant);
        }
        catch (HttpRefusal tooOften)
        {
            refusal = tooOften;
        }

        await EndAsync(id, stop, new GraphReply { Errors = [refusal], TraceId = "" });
        stop.Dispose();
    }

    private async Task RunAsync(string id, GraphRequest request, SocketCaller caller, CancellationTokenSource stop)
    {
        // The connection goes on reading; and an operation is a trace of its own, not a part of one that lasts as long as the connection.
        await Task.Yield();
        Activity.Current = null;
        using var span = Spans.StartActivity("operation");
        using var deadline = new CancellationTokenSource(tools.OperationTimeout, tools.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, deadline.Token);
        try
        {
            var traceId = (span?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
            var reply = await AnswerAsync(request, caller, traceId, either.Token);
            if (reply.Events is { } events)
            {
                deadline.CancelAfter(Timeout.InfiniteTimeSpan);
                await RelayAsync(id, events, stop);
            }
            else
            {
                await EndAsync(id, stop, reply);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
        finally
        {
            Free(id, stop);
            stop.Dispose();
        }
    }

    private async ValueTask<GraphReply> AnswerAsync(GraphRequest request, SocketCaller caller, string traceId, CancellationToken cancellationToken)
    {
        var place = tools.Admissions.Enter(caller.Http.Request);
        if (place.Refusal is { } refusal)
        {
            return new GraphReply { Errors = [refusal], TraceId = traceId };
        }

        try
        {
            return await tools.Runner.RunAsync(
                caller.Http, request, caller.Tenancy, caller.Context(traceId, cancellationToken), OperationKinds.Query | OperationKinds.Mutation | OperationKinds.Subscription);
        }
        finally
        {
            tools.Admissions.Leave(place);
        }
    }

    private async Task RelayAsync(string id, IAsyncEnumerable<GraphReply> events, CancellationTokenSource stop)
    {
        await foreach (var reply in events)
        {
            if (!reply.IsExecuted)
            {
                await EndAsync(id, stop, reply);
                return;
            }

            await SendAsync(tools.Messages.Reply(id, reply), stop);
        }

        await EndAsync(id, stop, null);
    }

    // The name is free before the client can know that the operation has ended. After an error nothing more is said.
    private async Task EndAsync(string id, CancellationTokenSource stop, GraphReply? last)
    {
        var isError = last is { IsExecuted: false };
        if (last is not null && !isError)
        {
            await SendAsync(tools.Messages.Reply(id, last), stop);
        }

        if (Free(id, stop))
        {
            await send(isError ? tools.Messages.Reply(id, last!) : ServerMessages.Complete(id));
        }
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationTokenSource stop) => stop.IsCancellationRequested ? default : send(message);

    private bool Free(string id, CancellationTokenSource stop) => named.TryRemove(KeyValuePair.Create(id, stop));
}
