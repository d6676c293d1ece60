using System.Diagnostics;

namespace Bff.SystemTests.Harness;

/// <summary>Silo and gateway as they were before the last change of a wire contract, built from this repository's own history.</summary>
internal static class PreviousBuild
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>The built programs; they are kept between runs under <c>artifacts/previous</c>.</summary>
    public static async Task<(string Silo, string Gateway)> ProgramsAsync()
    {
        var commit = (await RunAsync("git", TestOutput.Root, "rev-parse", $"{await LastContractChangeAsync()}^")).Trim();
        var folder = Path.Combine(TestOutput.Root, "artifacts", "previous", commit);
        var programs = (Silo: ProgramOf(folder, "Silo"), Gateway: ProgramOf(folder, "Gateway"));
        if (!File.Exists(programs.Silo) || !File.Exists(programs.Gateway))
        {
            Directory.CreateDirectory(folder);
            await RunAsync("/bin/sh", TestOutput.Root, "-c", $"git archive {commit} | tar x -C '{folder}'");
            foreach (var project in (string[])["src/Silo", "src/Gateway"])
            {
                // It was analysed when it was new.
                await RunAsync("dotnet", folder, "build", project, "-c", "Release", "-v", "quiet", "-nodeReuse:false", "-p:RunAnalyzers=false");
            }
        }

        return programs;
    }

    private static string ProgramOf(string folder, string project) => Path.Combine(folder, "artifacts", "bin", project, "release", $"Bff.{project}.dll");

    private static async Task<string> LastContractChangeAsync() =>
        (await RunAsync("git", TestOutput.Root, "log", "-1", "--format=%H", "--", "src/Contracts/OrleansContracts.txt", "src/Contracts/ContractShapes.txt")).Trim();

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}{await complaints}");
    }
}
