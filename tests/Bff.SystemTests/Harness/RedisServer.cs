using System.Net;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace Bff.SystemTests.Harness;

/// <summary>A real redis-server on a free port with a folder of its own, set up as production needs it: AOF, no eviction.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly string folder;
    private readonly string[] extra;
    private ServerProcess process;

    private RedisServer(string folder, int port, string[] extra) =>
        (this.folder, Port, this.extra, process) = (folder, port, extra, Launch(folder, port, extra));

    public int Port { get; }

    public string Endpoint => $"127.0.0.1:{Port}";

    public static async Task<RedisServer> StartAsync(string folder, params string[] extra)
    {
        var redis = new RedisServer(folder, Ports.Free(), extra);
        await redis.WaitAsync();
        return redis;
    }

    public Task StopAsync() => process.StopAsync(TimeSpan.FromSeconds(20));

    /// <summary>Starts it again with what it kept.</summary>
    public async Task StartAgainAsync()
    {
        await process.DisposeAsync();
        process = Launch(folder, Port, extra);
        await WaitAsync();
    }

    /// <summary>Starts it again, once it has stopped, at the same address with nothing in it: as after the loss of its disk.</summary>
    public Task StartEmptyAsync()
    {
        foreach (var kept in Directory.GetFileSystemEntries(folder, "*.rdb").Concat(Directory.GetFileSystemEntries(folder, "appendonly*")))
        {
            if (Directory.Exists(kept))
            {
                Directory.Delete(kept, recursive: true);
            }
            else
            {
                File.Delete(kept);
            }
        }

        return StartAgainAsync();
    }

    /// <summary>A client, for looking at what the cluster keeps.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync($"{Endpoint},allowAdmin=true");

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static ServerProcess Launch(string folder, int port, string[] extra) => ServerProcess.Start(
        "redis-server",
        Path.Combine(folder, "redis.log"),
        ["--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder, "--appendonly", "yes", "--maxmemory-policy", "noeviction", .. extra],
        folder);

    private Task<TimeSpan> WaitAsync() =>
        Eventually.BecomesAsync(AnswersAsync, TimeSpan.FromSeconds(20), "redis-server answers", () => process.Output);

    // "-NOAUTH" is an answer too; "-LOADING" means that it still reads what it kept.
    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var reply = new byte[64];
            var length = await stream.ReadAsync(reply);
            return Encoding.ASCII.GetString(reply, 0, length) is var text && (text.StartsWith("+PONG") || text.StartsWith("-NOAUTH"));
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
