using System.Globalization;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Bookings;

internal sealed class BookingsApi(UpstreamClient client) : IBookingsApi
{
    public Task<Fetched<V6Page<V6Service>>> ListServicesAsync(TenantId tenant, V6PageQuery page, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListServices.Of(tenant).WithPage(page), V6Service.Read, page.Size, cancellationToken);

    public Task<Fetched<V6Service>> GetServiceAsync(TenantId tenant, EntityId service, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetService.Of(tenant, service.Value), V6Service.Read, cancellationToken);

    public Task<Fetched<V6Page<V6Staff>>> ListStaffAsync(TenantId tenant, EntityId service, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListServiceStaff.Of(tenant, service.Value), V6Staff.Read, null, cancellationToken);

    public Task<Fetched<V6Page<V6Resource>>> ListResourcesAsync(TenantId tenant, EntityId service, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListServiceResources.Of(tenant, service.Value), V6Resource.Read, null, cancellationToken);

    public Task<Fetched<V6SlotList>> ListSlotsAsync(TenantId tenant, V6SlotQuery query, CancellationToken cancellationToken)
    {
        var call = V6Operations.ListServiceSlots.Of(tenant, query.Service.Value) with
        {
            Query =
            [
                ("date", query.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("staffId", query.Staff?.Value),
                ("resourceId", query.Resource?.Value),
            ],
        };
        return client.ReadAsync(call, V6SlotList.Read, cancellationToken);
    }

    public Task<Sent<V6Booking>> CreateGuestBookingAsync(
        TenantId tenant, V6GuestBookingRequest booking, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(booking, V6RequestJson.Default.V6GuestBookingRequest);
        return client.SendAsync(V6Operations.CreateGuestBooking.Of(tenant).With(body), V6Booking.Read, cancellationToken);
    }

    public Task<Fetched<V6Page<V6Booking>>> ListBookingsAsync(TenantId tenant, CustomerToken token, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListBookings.Of(tenant).As(token), V6Booking.Read, null, cancellationToken);

    public Task<Fetched<V6BookingDetail>> GetBookingAsync(
        TenantId tenant, CustomerToken token, EntityId booking, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetBooking.Of(tenant, booking.Value).As(token), V6BookingDetail.Read, cancellationToken);

    public Task<Sent<V6BookingDetail>> CancelBookingAsync(
        TenantId tenant, CustomerToken token, EntityId booking, V6CancelRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6CancelRequest);
        var call = V6Operations.CancelBooking.Of(tenant, booking.Value).As(token).With(body);
        return client.SendAsync(call, V6BookingDetail.Read, cancellationToken);
    }

    public Task<Sent<V6BookingDetail>> RescheduleBookingAsync(
        TenantId tenant, CustomerToken token, EntityId booking, V6RescheduleRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6RescheduleRequest);
        var call = V6Operations.RescheduleBooking.Of(tenant, booking.Value).As(token).With(body);
        return client.SendAsync(call, V6BookingDetail.Read, cancellationToken);
    }
}
