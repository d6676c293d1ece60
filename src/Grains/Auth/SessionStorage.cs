using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <summary>Where sessions, their lists and the sign-in limits are stored.</summary>
public static class SessionStorage
{
    /// <summary>Name of the grain storage, so that it can be a Redis of its own.</summary>
    public const string Name = "sessions";

    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <summary>
    /// How long a row must be kept after it was last written. Sessions that nobody comes back to are never cleared, so storage must
    /// let go of them by itself. All rows are as old as a session at most: the row of a session, of a customer's list (no session in it
    /// is newer than its last write), and a tenant's epoch (whoever signed in before it has reached the end). A day more is for clocks
    /// that differ.
    /// </summary>
    public static TimeSpan RowsLiveFor(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SessionOptions>>().Value.EndAfter + Margin;
}
