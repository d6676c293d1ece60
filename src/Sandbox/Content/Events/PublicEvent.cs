using System.Globalization;
using NodaTime;

namespace Bff.Sandbox.Content.Events;

/// <summary>One date of an event, with the seats taken.</summary>
internal sealed class Session(string? id, Instant start, Instant? end, SessionSeed seed)
{
    /// <summary>Null for a session that cannot be booked.</summary>
    public string? Id { get; } = id;

    public Instant Start { get; } = start;

    public Instant? End { get; } = end;

    public SessionSeed Seed { get; } = seed;

    public int Taken { get; set; } = seed.Taken;

    /// <summary>Seats left, null without a limit. A race can oversell: still never below zero.</summary>
    public int? Remaining => Seed.Quota is { } quota ? Math.Max(0, quota - Taken) : null;

    public bool IsFull => Remaining == 0;

    public bool IsOver(Instant now) => (End ?? Start) <= now;

    public bool HasBegun(Instant now) => Start <= now;

    public bool CanBeBooked(Instant now) => Id is not null && !HasBegun(now) && !IsFull;
}

/// <summary>An event of one tenant.</summary>
internal sealed class PublicEvent
{
    public const string InPerson = "in_person";
    private const int DefaultPerOrder = 10;

    private readonly Instant _earlyBirdEnds;

    public PublicEvent(EventSeed seed, int number, DateTimeZone zone, LocalDate today)
    {
        (Seed, Id) = (seed, string.Create(CultureInfo.InvariantCulture, $"evt-{number:d3}"));
        Sessions = [.. seed.Sessions.Select((session, i) => SessionTimes.Place(session, $"{Id}-s{i + 1}", zone, today))];
        _earlyBirdEnds = zone.AtStartOfDay(today.PlusDays(seed.EarlyBirdDays)).ToInstant();
    }

    public string Id { get; }

    public EventSeed Seed { get; }

    public IReadOnlyList<Session> Sessions { get; }

    public int PerOrder => Seed.PerOrder ?? DefaultPerOrder;

    public string Mode => Seed.Mode ?? InPerson;

    public Instant? EarlyBirdEnds => Seed.EarlyBirdPrice is null ? null : _earlyBirdEnds;

    /// <summary>The first date that still takes somebody: the body of a registration has no way to pick one.</summary>
    public Session? NextBookable(Instant now) => Sessions.FirstOrDefault(s => s.CanBeBooked(now));

    /// <summary>What it says of itself; by its dates, unless it was called off.</summary>
    public string Status(Instant now)
    {
        if (Seed.Cancelled)
        {
            return "cancelled";
        }

        return Sessions.All(s => s.IsOver(now)) ? "past"
            : Sessions.Any(s => s.HasBegun(now) && !s.IsOver(now)) ? "ongoing"
            : "upcoming";
    }
}
