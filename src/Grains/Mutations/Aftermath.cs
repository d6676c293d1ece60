using Microsoft.Extensions.Logging;

namespace Bff.Grains.Mutations;

/// <summary>
/// What is done for others when v6 has given the outcome: telling them, and making them forget. When it fails (their silo may just have died,
/// with all that they kept), the outcome stays what it is: a booking that was made is never told as unknown.
/// </summary>
internal static partial class Aftermath
{
    /// <summary>Does it; <paramref name="otherwise"/> when it failed.</summary>
    public static async Task<T> TryAsync<T>(ILogger log, Func<Task<T>> tell, T otherwise)
    {
        try
        {
            return await tell();
        }
        catch (Exception exception)
        {
            LogNotTold(log, exception.GetType().Name);
            return otherwise;
        }
    }

    /// <summary>Does it.</summary>
    public static Task TryAsync(ILogger log, Func<Task> tell) => TryAsync(
        log,
        async () =>
        {
            await tell();
            return true;
        },
        otherwise: false);

    [LoggerMessage(EventId = 2307, Level = LogLevel.Warning, Message = "Another owner could not be told of what v6 has done ({Kind}); what it keeps ends by its age.")]
    private static partial void LogNotTold(ILogger logger, string kind);
}
