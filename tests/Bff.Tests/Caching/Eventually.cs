using System.Diagnostics;

namespace Bff.Tests.Caching;

/// <summary>Waits for what other threads are about to do; never for time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<bool> condition, Func<string> expected)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > Deadline)
            {
                throw new TimeoutException($"Never came: {expected()}");
            }

            await Task.Yield();
        }
    }
}
