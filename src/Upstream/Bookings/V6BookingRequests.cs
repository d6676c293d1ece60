using Bff.Upstream.Json;

namespace Bff.Upstream.Bookings;

/// <summary>Asks for a booking, in the contract's own form (notes V6). Source: v6 GuestBookingRequest.</summary>
internal sealed record V6GuestBookingRequest(
    string ServiceId,
    DateTimeOffset OccurrenceStart,
    DateTimeOffset OccurrenceEnd,
    string CustomerName,
    string CustomerPhone,
    string? CustomerEmail,
    string? StaffId,
    string? ResourceId) : V6Private;

/// <summary>Cancels a booking. Source: v6 CancelBookingRequest.</summary>
/// <param name="Reason">The customer's words; shown to the customer later.</param>
internal sealed record V6CancelRequest(string? Reason) : V6Private;

/// <summary>Moves a booking, in the contract's own form (notes V7). Source: v6 RescheduleBookingRequest.</summary>
internal sealed record V6RescheduleRequest(DateTimeOffset OccurrenceStart, DateTimeOffset OccurrenceEnd, string? StaffId, string? ResourceId)
    : V6Private;
