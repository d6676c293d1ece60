using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bff.Benchmarks;

/// <summary>A server under load: a process of its own, pinned to the first core.</summary>
internal sealed class Server : IDisposable
{
    // A port is free again as soon as it has been found.
    private static readonly HashSet<int> Given = [];

    private readonly Process process;

    private Server(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, in megabytes.</summary>
    public long Megabytes => process.WorkingSet64 / (1024 * 1024);

    public static async Task<Server> StartAsync(Func<Uri, IEnumerable<string>> arguments, HttpClient http)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", "0", "dotnet", "exec", .. arguments(address)])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, address);
        await server.BecomesReadyAsync(http);
        return server;
    }

    /// <summary>An address on loopback where nobody listens, another one each time.</summary>
    public static Uri FreeAddress()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.Add(port))
            {
                return new Uri($"http://127.0.0.1:{port}");
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task BecomesReadyAsync(HttpClient http)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var response = await http.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (attempt < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
