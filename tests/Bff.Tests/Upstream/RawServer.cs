using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bff.Tests.Upstream;

/// <summary>What the server received: the request line, the headers by lower-case name, the body.</summary>
internal sealed record RawRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body, int Connection)
{
    public string Target => Line.Split(' ')[1];
}

/// <summary>
/// An HTTP/1.1 server down to the bytes, so that a test can close, reset, stall or garble exactly where it wants. Each request is recorded
/// when it has been read in full, before it is answered.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<RawRequest> requests = new();
    private readonly Func<RawRequest, Socket, CancellationToken, Task<RawReply>> answer;
    private int connections;

    private RawServer(Func<RawRequest, Socket, CancellationToken, Task<RawReply>> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public IReadOnlyList<RawRequest> Requests => [.. requests];

    public static RawServer Start(Func<RawRequest, RawReply> answer) => new((request, _, _) => Task.FromResult(answer(request)));

    public static RawServer Start(Func<RawRequest, CancellationToken, Task<RawReply>> answer) =>
        new((request, _, stop) => answer(request, stop));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync(stopping.Token);
                _ = ServeAsync(socket, Interlocked.Increment(ref connections));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        try
        {
            using var _ = socket;
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            while (await ReadAsync(stream, connection) is { } request)
            {
                requests.Enqueue(request);
                var reply = await answer(request, socket, stopping.Token);
                await stream.WriteAsync(reply.Bytes, stopping.Token);
                if (reply.Ending == RawEnding.Reset)
                {
                    socket.LingerState = new LingerOption(true, 0);
                }

                if (reply.Ending != RawEnding.KeepAlive)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client left, or the test is over.
        }
    }

    private async Task<RawRequest?> ReadAsync(NetworkStream stream, int connection)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var one = new byte[1];
            if (await stream.ReadAsync(one, stopping.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(part => part[0].ToLowerInvariant(), part => part[1].Trim());
        var body = new byte[headers.TryGetValue("content-length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, stopping.Token);
        return new RawRequest(lines[0], headers, Encoding.UTF8.GetString(body), connection);
    }
}

public enum RawEnding
{
    KeepAlive,
    Close,
    Reset,
}

/// <summary>The bytes to send, and what to do with the connection afterwards.</summary>
internal sealed record RawReply(byte[] Bytes, RawEnding Ending = RawEnding.KeepAlive)
{
    /// <summary>Closes without a byte.</summary>
    public static RawReply Close { get; } = new([], RawEnding.Close);

    /// <summary>Resets the connection without a byte.</summary>
    public static RawReply Reset { get; } = new([], RawEnding.Reset);

    /// <summary>A complete answer.</summary>
    public static RawReply Json(string body, int status = 200, params string[] headers) =>
        Body(Encoding.UTF8.GetBytes(body), status, ["Content-Type: application/json", .. headers]);

    /// <summary>A complete answer of any kind.</summary>
    public static RawReply Body(byte[] body, int status, params string[] headers)
    {
        var head = string.Join("", headers.Select(header => header + "\r\n"));
        return new([.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n{head}\r\n"), .. body]);
    }

    /// <summary>Exactly these characters.</summary>
    public static RawReply Text(string text, RawEnding ending = RawEnding.Close) => new(Encoding.UTF8.GetBytes(text), ending);
}
