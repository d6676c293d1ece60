using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Upstream.Http;

/// <summary>Reasons that v6 is known to give (notes §3).</summary>
internal enum V6Code
{
    /// <summary>No code, or one that the notes do not know: go by <see cref="Refusal.Failure"/>.</summary>
    Other,
    BookingCooldownActive,
    BookingOnHand,
    BookingRaceConflict,
    SlotNotAvailable,

    /// <summary><c>NOT_FOUND</c> or any code that ends in <c>_NOT_FOUND</c>.</summary>
    NotFound,
    PromotionExpired,
    ValidationError,
    TenantRequired,
    Unauthorized,
    Forbidden,
    OtpInvalid,
    Conflict,
    RateLimited,
    InternalError,

    /// <summary>Members may not cancel at this merchant.</summary>
    CancellationDisabled,

    /// <summary>It is too late to cancel.</summary>
    CancellationPastCutoff,
}

/// <summary>A "no" of v6, without its text.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The reason, when it is a known one.</param>
/// <param name="Failure">The same in our own codes, with <c>Retry-After</c> when v6 sent it.</param>
/// <param name="Details">Known facts about it; empty when there are none.</param>
internal sealed record Refusal(int Status, V6Code Code, Failure Failure, RefusalDetails Details);

/// <summary>The facts of an error's <c>details</c> that the notes know, each typed and bounded; all else stays behind.</summary>
internal sealed record RefusalDetails
{
    /// <summary>Nothing is known.</summary>
    public static RefusalDetails None { get; } = new();

    /// <summary>From when the customer may book again, when v6 gave the moment.</summary>
    public DateTimeOffset? CooldownEndsAt { get; init; }

    /// <summary>From which day of the company's calendar the customer may book again, when v6 gave no more than the day.</summary>
    public DateOnly? CooldownEndsOn { get; init; }

    /// <summary>Length of the waiting period, in days.</summary>
    public int? CooldownDays { get; init; }

    /// <summary>
    /// The merchant's own wording for its customers, plain text of at most 500 characters without control characters. The only text of an
    /// error that is passed on (notes §3).
    /// </summary>
    public string? CooldownMessage { get; init; }

    /// <summary>Booking that the customer already holds.</summary>
    public string? ExistingBookingId { get; init; }

    /// <summary>Day of that booking on the company's calendar.</summary>
    public DateOnly? ExistingBookingDate { get; init; }

    /// <summary>Two requests collided and the other one won.</summary>
    public bool IsRace { get; init; }

    /// <summary>Hours before the start from which a booking can no longer be cancelled.</summary>
    public int? CutoffHours { get; init; }

    /// <summary>Fields of the body that v6 did not like; at most 20.</summary>
    public ImmutableArray<V6FieldError> Fields { get; init; } = [];
}

/// <summary>A field that v6 did not like.</summary>
/// <param name="Field">Its name in the body that was sent.</param>
/// <param name="Code">Why, as a code; null when there is none.</param>
internal sealed record V6FieldError(string Field, string? Code);
