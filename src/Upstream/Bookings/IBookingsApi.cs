using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;

namespace Bff.Upstream.Bookings;

/// <summary>Services, slots and bookings of v6.</summary>
internal interface IBookingsApi
{
    /// <summary>A page of the catalog. Source: v6 listServices.</summary>
    Task<Fetched<V6Page<V6Service>>> ListServicesAsync(TenantId tenant, V6PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>One service with its add-ons. Source: v6 getService.</summary>
    Task<Fetched<V6Service>> GetServiceAsync(TenantId tenant, EntityId service, CancellationToken cancellationToken = default);

    /// <summary>People who can perform a service. Source: v6 listServiceStaff.</summary>
    Task<Fetched<V6Page<V6Staff>>> ListStaffAsync(TenantId tenant, EntityId service, CancellationToken cancellationToken = default);

    /// <summary>Rooms and devices of a service. Source: v6 listServiceResources.</summary>
    Task<Fetched<V6Page<V6Resource>>> ListResourcesAsync(TenantId tenant, EntityId service, CancellationToken cancellationToken = default);

    /// <summary>Slots of a day. Source: v6 listServiceSlots, never with <c>createQuotes</c>.</summary>
    Task<Fetched<V6SlotList>> ListSlotsAsync(TenantId tenant, V6SlotQuery query, CancellationToken cancellationToken = default);

    /// <summary>Books as a guest. Source: v6 createGuestBooking.</summary>
    Task<Sent<V6Booking>> CreateGuestBookingAsync(
        TenantId tenant, V6GuestBookingRequest booking, CancellationToken cancellationToken = default);

    /// <summary>The customer's bookings. Source: v6 listBookings.</summary>
    Task<Fetched<V6Page<V6Booking>>> ListBookingsAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken = default);

    /// <summary>One of the customer's bookings. Source: v6 getBooking.</summary>
    Task<Fetched<V6BookingDetail>> GetBookingAsync(
        TenantId tenant, CustomerToken token, EntityId booking, CancellationToken cancellationToken = default);

    /// <summary>Cancels a booking; the answer is its new state. Source: v6 cancelBooking.</summary>
    Task<Sent<V6BookingDetail>> CancelBookingAsync(
        TenantId tenant, CustomerToken token, EntityId booking, V6CancelRequest request, CancellationToken cancellationToken = default);

    /// <summary>Moves a booking; the answer is its new state. Source: v6 rescheduleBooking.</summary>
    Task<Sent<V6BookingDetail>> RescheduleBookingAsync(
        TenantId tenant, CustomerToken token, EntityId booking, V6RescheduleRequest request, CancellationToken cancellationToken = default);
}
