using System.Diagnostics;

namespace Bff.Tests.Caching;

/// <summary>Waits for what other threads are about to do; never for time.</summary>
internal static class Eventually
{
    // After one thing has not come, the run has failed; what still waits then only looks for a shorter example.
    private static TimeSpan _deadline = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<bool> condition, Func<string> expected)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > _deadline)
            {
                _deadline = TimeSpan.FromMilliseconds(200);
                throw new TimeoutException($"Never came: {expected()}");
            }

            await Task.Yield();
        }
    }
}
