namespace Bff.Tests.Auth;

/// <summary>Waits for a state that another gateway or silo reaches by itself, and tells how long that took.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task<TimeSpan> BecomesAsync(Func<Task<bool>> state, string description)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await state())
        {
            TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(Deadline, $"Never came: {description}.");
            await Task.Delay(Pause, TimeProvider.System);
        }

        return TimeProvider.System.GetElapsedTime(begun);
    }
}
