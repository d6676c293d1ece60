using System.Diagnostics.Metrics;

namespace Bff.Grains.Auth;

/// <summary>Counts sessions that begin and end, on the meter <c>Bff.Sessions</c>; by no tenant and no customer.</summary>
internal sealed class SessionMetrics
{
    private readonly Counter<long> changes;

    public SessionMetrics(IMeterFactory meters) =>
        changes = meters.Create("Bff.Sessions").CreateCounter<long>("bff.sessions.changes", "{session}", "Sessions that were opened or have ended.");

    public void Opened() => changes.Add(1, new KeyValuePair<string, object?>("to", "opened"));

    public void Ended() => changes.Add(1, new KeyValuePair<string, object?>("to", "ended"));
}
