using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>What a signed-in customer does with bookings.</summary>
internal static class DeviceBookings
{
    private const string Receipt =
        "query($key: String!) { mutationReceipt(key: $key) { status errors { __typename ... on BookingUnchangedError { booking { id startsAt status } } } } }";

    private const string Errors = "errors { __typename ... on Error { code } ... on UnknownOutcomeError { receiptKey } ... on BookingUnchangedError { booking { id startsAt status } } }";

    /// <summary>What is known by that key.</summary>
    public static async Task<JsonElement> ReceiptAsync(this Device device, string key, int gateway = 0)
    {
        var reply = await device.TryReceiptAsync(key, gateway);
        reply.Errors.ShouldBeEmpty(reply.Text);
        return reply.Data.GetProperty("mutationReceipt");
    }

    public static Task<StorefrontReply> TryReceiptAsync(this Device device, string key, int gateway = 0) => device.SendAsync(Receipt, new { key }, gateway);

    /// <summary>The same in one word; null when nothing is known.</summary>
    public static async Task<string?> StatusAsync(this Device device, string key, int gateway = 0) =>
        await device.ReceiptAsync(key, gateway) is { ValueKind: JsonValueKind.Object } receipt ? receipt.GetProperty("status").GetString() : null;

    public static async Task<JsonElement> BookAsync(this Device device, SeenSlot slot, int gateway = 0)
    {
        var reply = await device.TryBookAsync(slot, gateway);
        return reply.Data.GetProperty("createGuestBooking");
    }

    public static Task<StorefrontReply> TryBookAsync(this Device device, SeenSlot slot, int gateway = 0, string? key = null) => device.SendAsync(
        "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id startsAt } errors { __typename ... on Error { code } ... on UnknownOutcomeError { receiptKey } } } }",
        new { input = new { serviceId = slot.ServiceId, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt, customerName = "Chan Tai Man", customerPhone = device.Phone, customerEmail = device.Email, idempotencyKey = key } },
        gateway);

    public static async Task<JsonElement> CancelAsync(this Device device, string id, int gateway = 0) =>
        (await device.TryCancelAsync(id, gateway)).Data.GetProperty("cancelBooking");

    public static Task<StorefrontReply> TryCancelAsync(this Device device, string id, int gateway = 0, string? key = null) => device.SendAsync(
        "mutation($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id status } " + Errors + " } }", new { input = new { id, idempotencyKey = key } }, gateway);

    public static async Task<JsonElement> MoveAsync(this Device device, string id, SeenSlot slot, int gateway = 0) =>
        (await device.TryMoveAsync(id, slot, gateway)).Data.GetProperty("rescheduleBooking");

    public static Task<StorefrontReply> TryMoveAsync(this Device device, string id, SeenSlot slot, int gateway = 0, string? key = null) => device.SendAsync(
        "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id startsAt } " + Errors + " } }",
        new { input = new { id, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt, idempotencyKey = key } },
        gateway);
}
