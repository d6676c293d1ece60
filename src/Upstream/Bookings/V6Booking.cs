using Bff.Upstream.Json;

namespace Bff.Upstream.Bookings;

/// <summary>A booking as it is listed and returned on creation. Source: v6 Booking.</summary>
/// <param name="Id">Booking id.</param>
/// <param name="ServiceId">Booked service.</param>
/// <param name="ServiceName">Its name when the booking was made.</param>
/// <param name="Status">State as v6 writes it; open set.</param>
/// <param name="Day">Day on the company's calendar; null when v6 sent instants only.</param>
/// <param name="Start">Start, on the company's clock or as an instant (notes V5, V8).</param>
/// <param name="End">End, likewise.</param>
/// <param name="TotalPrice">Amount due (notes V9).</param>
/// <param name="Currency">ISO 4217 code; null when v6 did not say.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record V6Booking(
    string Id,
    string ServiceId,
    string ServiceName,
    string Status,
    DateOnly? Day,
    V6Time Start,
    V6Time End,
    decimal TotalPrice,
    string? Currency,
    DateTimeOffset? CreatedAt)
{
    /// <summary>Reads a booking; without id, times or price it is unusable.</summary>
    public static V6Booking? Read(V6Json json) =>
        json.Key("id") is not { } id
        || json.Time("startTime", "occurrenceStart") is not { } start
        || json.Time("endTime", "occurrenceEnd") is not { } end
        || json.Decimal("totalPrice") is not { } price ? null : new(
            id,
            json.Text("serviceId") ?? "",
            json.Text("serviceName") ?? "",
            json.Text("status") ?? "",
            json.Day("bookingDate"),
            start,
            end,
            price,
            json.Key("currency"),
            json.Moment("createdAt"));
}
