using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Bff.Benchmarks;

/// <summary>A process that listens over HTTP, pinned to a core.</summary>
internal sealed partial class Server : IDisposable
{
    /// <summary>The core of what is measured.</summary>
    public const int Measured = 0;

    /// <summary>The core of everything else: the load generator, and the servers behind the measured one.</summary>
    public const int Others = 1;

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
    public long Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024 * 1024);
        }
    }

    /// <summary>Starts one of our programs, in the folder that it was built into: its settings lie there.</summary>
    /// <param name="core"><see cref="Measured"/> or <see cref="Others"/>.</param>
    /// <param name="program">Name of the project.</param>
    /// <param name="readyPath">What answers 200 when it is ready.</param>
    /// <param name="arguments">Settings beside the address.</param>
    public static async Task<Server> StartAsync(int core, string program, string readyPath, IEnumerable<string> arguments)
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var folder = Path.Combine(own, "..", "..", program, Path.GetFileName(own));
        var name = program == "Benchmarks" ? "Benchmarks.dll" : $"Bff.{program}.dll";
        var address = FreeAddress();
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in (string[])["-c", core.ToString(CultureInfo.InvariantCulture), "dotnet", "exec", name, "--urls", address.ToString(), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        // Methods are compiled anew after so many calls; with the usual pause before these are counted, warming up would take a minute.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new Server(process, address);
        try
        {
            await server.BecomesReadyAsync(readyPath);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
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

    /// <summary>Bytes that it has allocated so far, by its own metrics.</summary>
    public async Task<double> AllocatedAsync(HttpClient http)
    {
        var metrics = await http.GetStringAsync(new Uri(Address, "/metrics"));
        return AllocatedLine().Matches(metrics).Sum(line => double.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"^dotnet_gc_heap_total_allocated_bytes_total(?:\{[^}]*\})? ([0-9.eE+]+)", RegexOptions.Multiline)]
    private static partial Regex AllocatedLine();

    private async Task BecomesReadyAsync(string path)
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 600 && !process.HasExited; attempt++)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(Address, path));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        throw new InvalidOperationException($"{process.StartInfo.ArgumentList[4]} was not ready after a minute.");
    }
}
