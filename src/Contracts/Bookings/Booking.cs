using Bff.Contracts.Answers;

namespace Bff.Contracts.Bookings;

/// <summary>A booking as v6 lists it and returns it on creation. Source: v6 Booking.</summary>
/// <param name="Id">Booking id.</param>
/// <param name="ServiceId">Booked service.</param>
/// <param name="ServiceName">Its name when the booking was made.</param>
/// <param name="Status">State as v6 writes it; open set.</param>
/// <param name="Date">Day on the company's calendar.</param>
/// <param name="StartsAt">Start, with the company's offset.</param>
/// <param name="EndsAt">End, with the company's offset.</param>
/// <param name="LocalStart">Start on the company's clock.</param>
/// <param name="LocalEnd">End on the company's clock.</param>
/// <param name="TimeZone">The company's zone, an IANA name.</param>
/// <param name="TotalPrice">Amount due.</param>
/// <param name="CreatedAt">When it was made; null when v6 did not say.</param>
[GenerateSerializer, Immutable, Alias("bff.booking")]
public sealed record Booking(
    [property: Id(0)] string Id,
    [property: Id(1)] string ServiceId,
    [property: Id(2)] string ServiceName,
    [property: Id(3)] string Status,
    [property: Id(4)] DateOnly Date,
    [property: Id(5)] DateTimeOffset StartsAt,
    [property: Id(6)] DateTimeOffset EndsAt,
    [property: Id(7)] TimeOnly LocalStart,
    [property: Id(8)] TimeOnly LocalEnd,
    [property: Id(9)] string TimeZone,
    [property: Id(10)] Money TotalPrice,
    [property: Id(11)] DateTimeOffset? CreatedAt);
