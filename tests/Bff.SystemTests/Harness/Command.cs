using System.Diagnostics;

namespace Bff.SystemTests.Harness;

/// <summary>A program that runs to its end, such as npm or node.</summary>
internal static class Command
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);

    /// <summary>Runs it in a folder and gives what it printed; anything but success fails the test with that.</summary>
    public static async Task<string> RunAsync(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var text = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            process.ExitCode.ShouldBe(0, $"{text}\n{await errors}");
            return text;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end.");
        }
    }
}
