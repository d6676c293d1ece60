using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bff.SystemTests.Harness;

/// <summary>A real process of a drill. Its output goes to a log file; it is signalled by its own id and never outlives the drill.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int SigInt = 2;
    private const int SigKill = 9;
    private const int SigTerm = 15;
    private const int SigCont = 18;
    private const int SigStop = 19;

    private readonly Process process;
    private readonly string log;

    private ServerProcess(Process process, string log) => (this.process, this.log) = (process, log);

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>All that it has written so far.</summary>
    public string Output
    {
        get
        {
            using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Starts a program of ours by its built assembly.</summary>
    public static ServerProcess StartProgram(string program, string log, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Start("dotnet", log, ["exec", program, .. arguments], Path.GetDirectoryName(program)!, environment);

    /// <summary>Starts any program; <paramref name="log"/> is appended to, so that a second life keeps the first one's words.</summary>
    public static ServerProcess Start(
        string program, string log, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        // There from the start, so that it can be read before the shell has opened it.
        File.AppendAllText(log, "");

        // A shell that becomes the program writes straight to the file: no pump of ours can lose its last words.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder };
        foreach (var argument in (string[])["-c", "log=$0; exec \"$@\" >>\"$log\" 2>&1 </dev/null", log, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (variable, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[variable] = value;
        }

        return new ServerProcess(Process.Start(start)!, log);
    }

    /// <summary>What a crash or a lost machine looks like (kill -9). Returns when the process is gone.</summary>
    public async Task KillAsync()
    {
        Signal(SigKill);
        await process.WaitForExitAsync();
    }

    /// <summary>What Ctrl-C sends (SIGINT).</summary>
    public void Interrupt() => Signal(SigInt);

    /// <summary>What Kubernetes sends first (SIGTERM).</summary>
    public void AskToStop() => Signal(SigTerm);

    /// <summary>Asks to stop and waits; returns how long it took.</summary>
    public async Task<TimeSpan> StopAsync(TimeSpan deadline)
    {
        AskToStop();
        return await Eventually.BecomesAsync(() => Task.FromResult(HasExited), deadline, $"{Path.GetFileName(log)} stops");
    }

    /// <summary>Freezes it: sockets stay open and nothing answers, as in a deadlock.</summary>
    public void Freeze() => Signal(SigStop);

    public void Thaw() => Signal(SigCont);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    // A process that is gone is not an error here; its id cannot have been given away, because we are its parent and have not reaped it.
    private void Signal(int signal)
    {
        if (!process.HasExited)
        {
            _ = Kill(process.Id, signal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
