namespace Bff.Tests.Caching;

/// <summary>Threads of their own, let go at once: the pool would add them one by one.</summary>
internal static class Crew
{
    private const int Threads = 8;

    public static async Task RunAsync(int seed, Func<Random, Task> work)
    {
        using var start = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return work(new Random(seed + thread));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap())).WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Sets <paramref name="target"/> to the greater of both.</summary>
    public static void RaiseTo(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            var was = Interlocked.CompareExchange(ref target, value, seen);
            seen = was == seen ? value : was;
        }
    }
}
