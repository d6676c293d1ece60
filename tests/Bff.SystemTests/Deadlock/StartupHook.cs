#pragma warning disable CA1050, IDE0130 // The runtime looks for this name in no namespace.
/// <summary>
/// Loaded into a process of a drill by <c>DOTNET_STARTUP_HOOKS</c>: while a file is there, it blocks every thread of the pool, as code
/// does that waits for itself. What runs on the pool (grains, sockets, timers) stands still, and the process lives on.
/// </summary>
public static class StartupHook
{
    /// <summary>Variable with the path of the file.</summary>
    public const string Variable = "DRILL_STARVES_WHILE";

    // More than the pool would add threads for in minutes.
    private const int Blocked = 5000;

    public static void Initialize()
    {
        var file = Environment.GetEnvironmentVariable(Variable)!;
        new Thread(() => Watch(file)) { IsBackground = true }.Start();
    }

    private static void Watch(string file)
    {
        using var never = new ManualResetEventSlim();
        while (true)
        {
            never.Wait(100);
            if (!File.Exists(file))
            {
                continue;
            }

            using var over = new ManualResetEventSlim();
            using var left = new CountdownEvent(Blocked);
            for (var i = 0; i < Blocked; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(
                    _ =>
                    {
                        over.Wait();
                        left.Signal();
                    },
                    null);
            }

            while (File.Exists(file))
            {
                never.Wait(100);
            }

            over.Set();
            left.Wait();
        }
    }
}
