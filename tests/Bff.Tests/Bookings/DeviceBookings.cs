using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>What a signed-in customer does with bookings.</summary>
internal static class DeviceBookings
{
    private const string Errors = "errors { __typename ... on Error { code } ... on BookingUnchangedError { booking { id startsAt status } } }";

    public static async Task<JsonElement> BookAsync(this Device device, SeenSlot slot, int gateway = 0)
    {
        var reply = await device.TryBookAsync(slot, gateway);
        return reply.Data.GetProperty("createGuestBooking");
    }

    public static Task<StorefrontReply> TryBookAsync(this Device device, SeenSlot slot, int gateway = 0) => device.SendAsync(
        "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id startsAt } errors { __typename ... on Error { code } } } }",
        new { input = new { serviceId = slot.ServiceId, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt, customerName = "Chan Tai Man", customerPhone = device.Phone, customerEmail = device.Email } },
        gateway);

    public static async Task<JsonElement> CancelAsync(this Device device, string id, int gateway = 0) =>
        (await device.TryCancelAsync(id, gateway)).Data.GetProperty("cancelBooking");

    public static Task<StorefrontReply> TryCancelAsync(this Device device, string id, int gateway = 0) => device.SendAsync(
        "mutation($id: ID!) { cancelBooking(input: { id: $id }) { booking { id status } " + Errors + " } }", new { id }, gateway);

    public static async Task<JsonElement> MoveAsync(this Device device, string id, SeenSlot slot, int gateway = 0) =>
        (await device.TryMoveAsync(id, slot, gateway)).Data.GetProperty("rescheduleBooking");

    public static Task<StorefrontReply> TryMoveAsync(this Device device, string id, SeenSlot slot, int gateway = 0) => device.SendAsync(
        "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id startsAt } " + Errors + " } }",
        new { input = new { id, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt } },
        gateway);
}
