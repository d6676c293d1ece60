using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Bookings;

/// <summary>Asks for a booking without signing in. Source: v6 createGuestBooking.</summary>
/// <param name="Service">Service to book.</param>
/// <param name="OccurrenceStart">Start of the slot, an instant.</param>
/// <param name="OccurrenceEnd">End of the slot, an instant.</param>
/// <param name="CustomerName">Name of the guest.</param>
/// <param name="CustomerPhone">Phone of the guest, E.164.</param>
/// <param name="CustomerEmail">E-mail address of the guest.</param>
/// <param name="Staff">Chosen person; needed when the service requires staff.</param>
/// <param name="Resource">Chosen resource; needed when the service requires one.</param>
/// <param name="SignedIn">
/// The customer who books, when one has signed in: their list may change, and it is looked at when no answer comes. v6 is not told.
/// </param>
[GenerateSerializer, Immutable, Alias("bff.guest-booking-request")]
public sealed record GuestBookingRequest(
    [property: Id(0)] EntityId Service,
    [property: Id(1)] DateTimeOffset OccurrenceStart,
    [property: Id(2)] DateTimeOffset OccurrenceEnd,
    [property: Id(3)] string CustomerName,
    [property: Id(4)] string CustomerPhone,
    [property: Id(5)] string? CustomerEmail,
    [property: Id(6)] EntityId? Staff,
    [property: Id(7)] EntityId? Resource,
    [property: Id(9)] Caller? SignedIn)
{
    /// <summary>Names this try, as to its receipt; empty from gateways of an older version.</summary>
    [Id(10)]
    public Guid Attempt { get; init; }

    /// <summary>Names the type only: the members are a person's data and must not reach a log.</summary>
    public override string ToString() => nameof(GuestBookingRequest);
}
