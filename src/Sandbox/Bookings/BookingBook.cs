using System.Globalization;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Bookings;

/// <summary>All bookings of one tenant, and who takes which place.</summary>
internal sealed class BookingBook
{
    private readonly Dictionary<string, Booking> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Service, Instant Start), List<Booking>> _places = [];

    public IReadOnlyCollection<Booking> All => _byId.Values;

    public static BookingBook Create(Tenant tenant) => new();

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"bkg-{_byId.Count + 1:d6}");

    public Booking? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(Booking booking)
    {
        _byId.Add(booking.Id, booking);
        PlacesAt(booking).Add(booking);
    }

    public void Cancel(Booking booking, string? reason, Instant at)
    {
        PlacesAt(booking).Remove(booking);
        booking.CancellationReason = reason;
        booking.Become(Booking.Cancelled, at);
    }

    public void Move(Booking booking, Slot slot, string? staffId, string? resourceId)
    {
        PlacesAt(booking).Remove(booking);
        (booking.Slot, booking.StaffId, booking.ResourceId) = (slot, staffId, resourceId);
        PlacesAt(booking).Add(booking);
    }

    /// <summary>Places taken of a slot; of one person or one thing when named. <paramref name="except"/> is the booking being moved.</summary>
    public int Taken(Service service, Instant start, string? staffId, string? resourceId, Booking? except = null) =>
        _places.TryGetValue((service.Id, start), out var bookings)
            ? bookings.Count(b => b != except
                && (staffId is null || b.StaffId == staffId)
                && (resourceId is null || b.ResourceId == resourceId))
            : 0;

    /// <summary>A member's bookings, newest first: made with their token, or as a guest with their phone and e-mail.</summary>
    public IReadOnlyList<Booking> Of(Member member) =>
        [.. _byId.Values.Where(b => IsOf(b, member)).Reverse()];

    public static bool IsOf(Booking booking, Member member) =>
        booking.MemberUuid is { } uuid ? uuid == member.Uuid : member.HasContact(booking.CustomerPhone, booking.CustomerEmail);

    private List<Booking> PlacesAt(Booking booking)
    {
        var key = (booking.Service.Id, booking.Slot.Start);
        if (!_places.TryGetValue(key, out var bookings))
        {
            _places[key] = bookings = [];
        }

        return bookings;
    }
}
