using System.Net.WebSockets;

namespace Bff.Gateway.RealTime;

/// <summary>
/// Sends one message after the other. There is no queue: whoever has something to say waits for its turn, so an operation that speaks
/// faster than its client reads is held back, and a client that does not read at all is closed.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, RealTimeOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1);
    private readonly TimeSpan patience = TimeSpan.FromSeconds(options.SlowReaderSeconds);
    private Task rest = Task.CompletedTask;
    private bool isClosed;

    /// <summary>False when the client does not read. Nothing is sent once the closing has begun.</summary>
    public async ValueTask<bool> TrySendAsync(ReadOnlyMemory<byte> message)
    {
        if (!await TakeTurnAsync(patience))
        {
            return false;
        }

        var isSent = true;
        try
        {
            if (!isClosed)
            {
                isSent = await SendAsync(message);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The connection has gone; whoever reads from it finds out too.
        }
        finally
        {
            if (isSent)
            {
                turn.Release();
            }
        }

        return isSent;
    }

    /// <summary>Says why and waits for the client to close its side; cuts the connection when that takes too long.</summary>
    public async Task CloseAsync(CloseReason reason, Task clientClosed)
    {
        using var limit = new CancellationTokenSource(CloseTime, time);
        await using var cut = limit.Token.Register(socket.Abort);
        if (!await TakeTurnAsync(CloseTime))
        {
            return;
        }

        try
        {
            isClosed = true;
            await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Text, CancellationToken.None);
            await clientClosed.WaitAsync(limit.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // It has gone already, or was cut.
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await rest;
        turn.Dispose();
    }

    private async ValueTask<bool> TakeTurnAsync(TimeSpan atMost)
    {
        if (turn.Wait(0))
        {
            return true;
        }

        using var limit = new CancellationTokenSource(atMost, time);
        try
        {
            await turn.WaitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A message that is half sent cannot be taken back: when its time is over, the turn is passed on only when the rest has gone out.
    private async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> message)
    {
        var pending = socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        if (pending.IsCompletedSuccessfully)
        {
            return true;
        }

        var sending = pending.AsTask();
        try
        {
            await sending.WaitAsync(patience, time);
            return true;
        }
        catch (TimeoutException)
        {
            rest = PassOnAsync(sending);
            return false;
        }
    }

    private async Task PassOnAsync(Task sending)
    {
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        turn.Release();
    }
}
