using System.Diagnostics;

namespace Bff.SystemTests.Harness;

/// <summary>Waits for a state of another process, and says what it waited for when it does not come.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns the time it took.</summary>
    /// <exception cref="TimeoutException">The state did not come in time; says which one, and why not when <paramref name="why"/> tells.</exception>
    public static async Task<TimeSpan> BecomesAsync(
        Func<Task<bool>> state, TimeSpan deadline, string description, Func<string>? why = null)
    {
        var clock = Stopwatch.StartNew();
        while (!await state())
        {
            if (clock.Elapsed > deadline)
            {
                throw new TimeoutException($"Not within {deadline.TotalSeconds:0} s: {description}. {why?.Invoke()}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }

        return clock.Elapsed;
    }
}
