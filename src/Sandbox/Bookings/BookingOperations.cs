using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Bookings;

/// <summary>Services, slots and bookings.</summary>
internal static class BookingOperations
{
    private static readonly Field[] When =
    [
        new("occurrenceStart", FieldKind.Moment) { Required = true },
        new("occurrenceEnd", FieldKind.Moment) { Required = true },
        new("staffId"),
        new("resourceId"),
    ];

    private static readonly BodyShape GuestBooking = new(
    [
        new("serviceId") { Required = true },
        new("customerName") { Required = true },
        new("customerPhone") { Required = true },
        new("customerEmail", FieldKind.Email),
        .. When,
    ]);

    private static readonly QueryShape SlotQuery =
        new(new QueryParameter("date", QueryKind.Date, Required: true), new QueryParameter("staffId"), new QueryParameter("resourceId"));

    public static readonly Operation[] All =
    [
        Operation.Get("listServices", "/services", Access.Public, ServiceReads.List) with
        {
            Keep = Keep.Dataset, Query = QueryShape.SearchAndPaging,
        },
        Operation.Get("getService", "/services/{id}", Access.Public, ServiceReads.Get) with { Keep = Keep.Dataset },
        Operation.Get("listServiceStaff", "/services/{id}/staff", Access.Public, ServiceReads.Staff) with { Keep = Keep.Dataset },
        Operation.Get("listServiceResources", "/services/{id}/resources", Access.Public, ServiceReads.Resources) with
        {
            Keep = Keep.Dataset,
        },
        Operation.Get("listServiceSlots", "/services/{id}/slots", Access.Public, SlotReads.List) with { Query = SlotQuery },
        Operation.Post("createGuestBooking", "/bookings/guest", Access.Public, CreateGuestBooking.Handle) with
        {
            Body = GuestBooking, KnowsCustomer = true,
        },
        Operation.Get("listBookings", "/bookings", Access.Required, MyBookings.List),
        Operation.Get("getBooking", "/bookings/{id}", Access.Required, MyBookings.Get),
        Operation.Post("cancelBooking", "/bookings/{id}/cancel", Access.Required, MyBookings.Cancel) with
        {
            Body = new BodyShape(new Field("reason")) { Required = false },
        },
        Operation.Post("rescheduleBooking", "/bookings/{id}/reschedule", Access.Required, MyBookings.Reschedule) with
        {
            Body = new BodyShape(When),
        },
    ];
}
