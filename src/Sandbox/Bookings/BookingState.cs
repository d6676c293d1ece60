using System.Text.Json.Nodes;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Bookings;

/// <summary>Bookings as the admin shows them: the detail, with the customer and the instants.</summary>
internal static class BookingState
{
    public static IEnumerable<JsonNode> Describe(Tenant tenant) =>
        tenant.Part(BookingBook.Create).All.Select(booking =>
        {
            var json = BookingJson.Detail(booking, tenant);
            json["occurrenceStart"] = BookingJson.Moment(booking.Slot.Start);
            json["occurrenceEnd"] = BookingJson.Moment(booking.Slot.End);
            json["staffId"] = booking.StaffId;
            json["resourceId"] = booking.ResourceId;
            json["memberUuid"] = booking.MemberUuid;
            json["customerName"] = booking.CustomerName;
            json["customerPhone"] = booking.CustomerPhone;
            json["customerEmail"] = booking.CustomerEmail;
            return json;
        });
}
