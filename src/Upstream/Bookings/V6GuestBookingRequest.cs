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
