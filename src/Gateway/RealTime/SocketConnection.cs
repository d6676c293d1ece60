using System.Net.WebSockets;

namespace Bff.Gateway.RealTime;

/// <summary>
/// One WebSocket that speaks <c>graphql-transport-ws</c>:
/// <list type="number">
/// <item>The client has a while to say who it is (<c>connection_init</c>); its credentials are checked and it is acknowledged.</item>
/// <item>It starts and stops operations; each runs by itself and answers in messages.</item>
/// <item>The connection is closed by the client, by a message against the protocol, when the session ends, or when the gateway stops; the
/// first reason is the one that is told. All operations end with it.</item>
/// </list>
/// </summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    private readonly HttpContext http;
    private readonly SocketTools tools;
    private readonly Handshake handshake;
    private readonly ConnectionSeats.Seat seat;
    private readonly SocketReader reader;
    private readonly SocketWriter writer;
    private readonly SocketOperations operations;
    private readonly CancellationTokenSource ended = new();
    private readonly TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SocketCaller? caller;
    private volatile bool hasInit;
    private CloseReason? reason;

    public SocketConnection(HttpContext http, WebSocket socket, SocketTools tools, Handshake handshake, ConnectionSeats.Seat seat)
    {
        (this.http, this.tools, this.handshake, this.seat) = (http, tools, handshake, seat);
        reader = new SocketReader(socket, tools.Options, tools.Time);
        writer = new SocketWriter(socket, tools.Options, tools.Time);
        operations = new SocketOperations(tools, SendAsync, ended.Token);
    }

    /// <summary>Runs until both sides have closed; with a <paramref name="refusal"/> that is at once.</summary>
    public async Task RunAsync(CloseReason? refusal, CancellationToken hostClosing)
    {
        if (refusal is not null)
        {
            Close(refusal);
        }

        using var init = new CancellationTokenSource(TimeSpan.FromSeconds(tools.Options.InitTimeoutSeconds), tools.Time);
        await using var late = init.Token.Register(() => CloseIfSilent());
        await using var stopping = hostClosing.Register(() => Close(CloseReason.Restart));
        try
        {
            await ReceiveAsync();
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The connection broke.
        }

        received.TrySetResult();
        Close(CloseReason.Normal);
        await closed.Task;
        await operations.WhenDone();
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        ended.Dispose();
    }

    private async Task ReceiveAsync()
    {
        while (reason is null)
        {
            var message = await reader.ReadAsync();
            if (message.IsEnd)
            {
                return;
            }

            await HandleAsync(message);
        }

        await reader.DrainAsync();
    }

    private async ValueTask HandleAsync(Received message)
    {
        if (message.Fault is not null || ClientMessage.Parse(message.Bytes) is not { } said)
        {
            Close(message.Fault ?? CloseReason.BadMessage);
            return;
        }

        switch (said.Type)
        {
            case ClientMessage.Init:
                await InitAsync(said);
                break;
            case ClientMessage.Ping:
                await SendAsync(ServerMessages.Pong(said.Payload));
                break;
            case ClientMessage.Subscribe:
                await SubscribeAsync(said);
                break;
            case ClientMessage.Complete:
                operations.Stop(said.Id!);
                break;
        }
    }

    // Step 1
    private async ValueTask InitAsync(ClientMessage said)
    {
        if (hasInit)
        {
            Close(CloseReason.TooManyInits);
            return;
        }

        hasInit = true;
        var (known, refusal) = await handshake.RecogniseAsync(http, said.Payload, seat, ended.Token);
        if (known is null)
        {
            Close(refusal!);
            return;
        }

        caller = known;
        _ = CloseAtSessionEndAsync(known.SessionEnd.Value);
        await SendAsync(ServerMessages.Acknowledged);
    }

    // Step 2
    private async ValueTask SubscribeAsync(ClientMessage said)
    {
        if (caller is null)
        {
            Close(CloseReason.NotInitialised);
        }
        else if (!await operations.TryStartAsync(said.Id!, said.Request!, caller))
        {
            Close(CloseReason.DuplicateId);
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        if (!await writer.TrySendAsync(message))
        {
            Close(CloseReason.SlowReader);
        }
    }

    // Step 3
    private async Task CloseAtSessionEndAsync(Task sessionEnd)
    {
        await sessionEnd.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sessionEnd.IsCompletedSuccessfully)
        {
            await Task.Delay(LastWords.Longest, tools.Time);
            Close(CloseReason.SessionEnded);
        }
    }

    private void CloseIfSilent()
    {
        if (!hasInit)
        {
            Close(CloseReason.InitTimeout);
        }
    }

    private void Close(CloseReason why)
    {
        if (Interlocked.CompareExchange(ref reason, why, null) is null)
        {
            _ = CloseAsync(why);
        }
    }

    private async Task CloseAsync(CloseReason why)
    {
        try
        {
            await ended.CancelAsync();
            await writer.CloseAsync(why, received.Task);
        }
        finally
        {
            closed.SetResult();
        }
    }
}
