using NodaTime;

namespace Bff.Sandbox.Bookings;

/// <summary>One step in the life of a booking.</summary>
internal sealed record StatusChange(string? From, string To, Instant At);

/// <summary>A booking as it is kept.</summary>
internal sealed class Booking
{
    public const string Pending = "pending";
    public const string Confirmed = "confirmed";
    public const string Cancelled = "cancelled";
    public const string Completed = "completed";

    private readonly List<StatusChange> _history = [];

    public required string Id { get; init; }

    public required Service Service { get; init; }

    public required Slot Slot { get; set; }

    public string? StaffId { get; set; }

    public string? ResourceId { get; set; }

    /// <summary>Member it was made by, when a token said so.</summary>
    public string? MemberUuid { get; init; }

    public required string CustomerName { get; init; }

    public required string CustomerPhone { get; init; }

    public string? CustomerEmail { get; init; }

    public required Instant CreatedAt { get; init; }

    public string? CancellationReason { get; set; }

    public string Status => _history[^1].To;

    public IReadOnlyList<StatusChange> History => _history;

    /// <summary>Whether it takes a place. A pending one does.</summary>
    public bool IsOpen => Status is Pending or Confirmed;

    public void Become(string status, Instant at) => _history.Add(new StatusChange(_history.Count == 0 ? null : Status, status, at));
}
