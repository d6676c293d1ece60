using System.Diagnostics.Metrics;

namespace Bff.Grains.Auth;

/// <summary>Counts sessions that begin and end, on the meter <c>Bff.Sessions</c>; by no tenant and no customer.</summary>
internal sealed class SessionMetrics
{
    private readonly Counter<long> changes;

    public SessionMetrics(IMeterFactory meters)
    {
        changes = meters.Create("Bff.Sessions").CreateCounter<long>("bff.sessions.changes", "{session}", "Sessions that were opened or have ended.");

        // The alert compares the two: a series that is not there cannot be compared with, nor has the first of one an increase.
        Count("opened", 0);
        Count("ended", 0);
    }

    public void Opened() => Count("opened", 1);

    public void Ended() => Count("ended", 1);

    private void Count(string to, long sessions) => changes.Add(sessions, new KeyValuePair<string, object?>("to", to));
}
