using System.Diagnostics;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Conformance;

/// <summary>./bench still measures all that it names. What it measures in a second means nothing, and is not looked at.</summary>
public sealed class BenchTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static string Program { get; } =
        Path.Combine(TestOutput.Root, "artifacts", "bin", "Benchmarks", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Benchmarks.dll");

    private static readonly string[] Rows =
    [
        "20 services, kept reply", "home page, kept reply", "20 services, engine, copies", "home page, engine, copies", "slots of a day, engine, remote silo",
        "me { id name }", "me { bookings { id } }", "submitContact", "sign-ins", "around ", "a megabyte of fields", "services of a load tenant",
        "resident memory of the gateway",
    ];

    [Fact]
    public async Task Each_row_of_the_benchmark_can_still_be_measured()
    {
        using var stop = new CancellationTokenSource(Patience);
        using var bench = Process.Start(new ProcessStartInfo("taskset", ["-c", "1", "dotnet", "exec", Program, "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = TestOutput.Root,
        })!;
        try
        {
            var errors = bench.StandardError.ReadToEndAsync(stop.Token);
            var printed = await bench.StandardOutput.ReadToEndAsync(stop.Token);
            await bench.WaitForExitAsync(stop.Token);
            output.WriteLine(printed + await errors);

            bench.ExitCode.ShouldBe(0);
            foreach (var row in Rows)
            {
                printed.ShouldContain(row);
            }
        }
        finally
        {
            if (!bench.HasExited)
            {
                bench.Kill(entireProcessTree: true);
            }
        }
    }
}
