using System.Diagnostics;

namespace Bff.Tests.Fixture;

/// <summary>For what comes by itself: asks until it is there, and fails when it does not come in half a minute.</summary>
internal static class Soon
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(Deadline, "It never came.");
            await Task.Yield();
        }
    }
}
