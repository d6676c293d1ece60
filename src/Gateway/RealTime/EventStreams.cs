using Bff.Contracts.Answers;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

/// <summary>
/// GraphQL over Server-Sent Events, distinct connections mode (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): each
/// result is an event <c>next</c>, the last event is <c>complete</c>. A stream that ends without it is to be asked for again.
/// </summary>
internal sealed class EventStreams(
    ConnectionSeats seats, HostClosing hostClosing, ReplyRenderer renderer, IOptions<RealTimeOptions> options, TimeProvider time)
{
    private readonly TimeSpan keepAlive = TimeSpan.FromSeconds(options.Value.KeepAliveSeconds);
    private readonly TimeSpan patience = TimeSpan.FromSeconds(options.Value.SlowReaderSeconds);

    /// <summary>Sends one reply as a stream.</summary>
    public async Task SendAsync(HttpContext http, GraphReply reply)
    {
        var stream = await OpenAsync(http);
        await stream.NextAsync(renderer.Render(reply));
        await stream.CompleteAsync();
    }

    /// <summary>Sends the replies of a subscription until it ends.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="events">The replies.</param>
    /// <param name="context">The subscription's; its token is that of <paramref name="stop"/>.</param>
    /// <param name="stop">Ends the subscription.</param>
    /// <exception cref="HttpRefusal">There are too many connections.</exception>
    public async Task SendAsync(HttpContext http, IAsyncEnumerable<GraphReply> events, GraphContext context, CancellationTokenSource stop)
    {
        using var seat = seats.Take(http);
        if (seat is null || !seat.TryMoveTo(context.Tenant) || hostClosing.Token.IsCancellationRequested)
        {
            throw new HttpRefusal(new Failure(ErrorCodes.ConnectionLimit, Retryable: true, TimeSpan.FromSeconds(1)), StatusCodes.Status503ServiceUnavailable);
        }

        await using var closing = hostClosing.Token.Register(stop.Cancel);
        await using var source = events.GetAsyncEnumerator();

        // Who is calling is known, and it listens, before the client can know that it does: what happens to the session then is an event.
        await context.Identity.ResolveAsync();
        var next = source.MoveNextAsync().AsTask();
        try
        {
            var stream = await OpenAsync(http);
            var sessionOver = SessionOverAsync(context);
            while (await IsThereAnotherAsync(stream, next, sessionOver, context.TraceId))
            {
                var reply = source.Current;
                await stream.NextAsync(renderer.Render(reply));
                next = source.MoveNextAsync().AsTask();
            }

            await stream.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            // The client has gone or does not read, or the gateway stops: there is no "complete", because it is not.
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<EventStream> OpenAsync(HttpContext http)
    {
        var stream = new EventStream(http, patience, time);
        await stream.OpenAsync();
        return stream;
    }

    // Says meanwhile that the connection is alive, and at the end of the session why there will be nothing more.
    private async Task<bool> IsThereAnotherAsync(EventStream stream, Task<bool> next, Task sessionOver, string traceId)
    {
        while (!next.IsCompleted && !sessionOver.IsCanceled)
        {
            Task either = Task.WhenAny(next, sessionOver).WaitAsync(keepAlive, time);
            await either.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sessionOver.IsCompletedSuccessfully && !next.IsCompleted)
            {
                var reason = new FailureError(new Failure(ErrorCodes.Unauthenticated));
                await stream.NextAsync(renderer.Render(new GraphReply { Errors = [reason], TraceId = traceId }));
                return false;
            }

            if (!either.IsCompletedSuccessfully)
            {
                await stream.CommentAsync();
            }
        }

        return await next;
    }

    private async Task SessionOverAsync(GraphContext context)
    {
        await context.SessionEnd!.Value.WaitAsync(context.CancellationToken);
        await Task.Delay(LastWords.Longest, time, context.CancellationToken);
    }
}
