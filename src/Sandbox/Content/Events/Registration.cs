using NodaTime;

namespace Bff.Sandbox.Content.Events;

/// <summary>Who registers: a member by token, or a guest.</summary>
internal sealed record Attendee(string? MemberUuid, string Name, string? Email, string? Phone)
{
    public bool IsSameAs(Attendee other) => MemberUuid is not null
        ? MemberUuid == other.MemberUuid
        : (Email is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase))
            || (Phone is not null && Phone == other.Phone);
}

/// <summary>Seats at one session of an event.</summary>
internal sealed class Registration
{
    /// <summary>How long after the payment form opened the money is there: the customer types, the bank answers.</summary>
    private static readonly Duration PayingTakes = Duration.FromSeconds(10);

    public required string Id { get; init; }

    public required PublicEvent Event { get; init; }

    public required Session Session { get; init; }

    public required Attendee Attendee { get; init; }

    public required int Quantity { get; init; }

    public required decimal Total { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When the customer was sent to pay; null before that.</summary>
    public Instant? PaymentStartedAt { get; set; }

    /// <summary>Way to pay that was chosen then.</summary>
    public string? PaymentMethodId { get; set; }

    public bool MustBePaid => Total > 0;

    /// <summary>Subject of the token that a guest gets for this registration.</summary>
    public string GuestSubject => "guest:" + Id;

    public bool IsPaid(Instant now) => PaymentStartedAt is { } started && now >= started + PayingTakes;

    public string Status(Instant now) => !MustBePaid ? "confirmed" : IsPaid(now) ? "paid" : "pending";
}
