using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Bookings;

/// <summary>Bookings in the contract's form.</summary>
internal static class BookingJson
{
    public static JsonObject Summary(Booking booking, Tenant tenant)
    {
        var start = booking.Slot.Start.InZone(tenant.Zone);
        return new JsonObject
        {
            ["id"] = booking.Id,
            ["serviceId"] = booking.Service.Id,
            ["serviceName"] = booking.Service.Seed.Name,
            ["status"] = StatusOf(booking, tenant),
            ["bookingDate"] = LocalDatePattern.Iso.Format(start.Date),
            ["startTime"] = SlotReads.Clock.Format(start.TimeOfDay),
            ["endTime"] = SlotReads.Clock.Format(booking.Slot.End.InZone(tenant.Zone).TimeOfDay),
            ["totalPrice"] = ServiceJson.Money(booking.Service.Seed.Price),
            ["currency"] = tenant.Profile.Currency,
            ["createdAt"] = Moment(booking.CreatedAt),
        };
    }

    public static JsonObject Detail(Booking booking, Tenant tenant)
    {
        var seed = booking.Service.Seed;
        var json = Summary(booking, tenant);
        json["subtotal"] = ServiceJson.Money(seed.Price);
        json["addonsTotal"] = ServiceJson.Money(0);
        json["discountAmount"] = null;
        json["promotionCode"] = null;
        json["totalDurationMinutes"] = seed.Minutes;
        json["notes"] = null;
        json["cancellationReason"] = booking.CancellationReason;
        json["lineItems"] = new JsonArray(ServiceLine(booking));
        json["statusHistory"] = Reply.Array(booking.History.Select(change => new JsonObject
        {
            ["fromStatus"] = change.From,
            ["toStatus"] = change.To,
            ["createdAt"] = Moment(change.At),
        }));
        return json;
    }

    public static string Moment(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>A booking that has taken place is completed, though nobody wrote that down.</summary>
    private static string StatusOf(Booking booking, Tenant tenant)
    {
        var isOver = booking.Slot.End <= Instant.FromDateTimeOffset(tenant.World.Clock.GetUtcNow());
        return booking.Status == Booking.Confirmed && isOver ? Booking.Completed : booking.Status;
    }

    private static JsonObject ServiceLine(Booking booking) => new()
    {
        ["id"] = booking.Id + "-1",
        ["type"] = "service",
        ["name"] = booking.Service.Seed.Name,
        ["description"] = null,
        ["price"] = ServiceJson.Money(booking.Service.Seed.Price),
        ["memberTierPrice"] = null,
        ["durationMinutes"] = booking.Service.Seed.Minutes,
        ["occurrenceStart"] = Moment(booking.Slot.Start),
        ["occurrenceEnd"] = Moment(booking.Slot.End),
    };
}
