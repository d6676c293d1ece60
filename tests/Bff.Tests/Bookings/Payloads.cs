using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>What a client reads in a booking's payload.</summary>
internal static class Payloads
{
    /// <summary>The booking's id; null when there is none.</summary>
    public static string? BookingId(this JsonElement payload) =>
        payload.GetProperty("booking") is { ValueKind: JsonValueKind.Object } booking ? booking.GetProperty("id").GetString() : null;

    /// <summary>The kind of its first error; null without one.</summary>
    public static string? Error(this JsonElement payload) =>
        payload.GetProperty("errors") is { } errors && errors.GetArrayLength() > 0 ? errors[0].GetProperty("__typename").GetString() : null;

    /// <summary>The code of its first error; null without one.</summary>
    public static string? ErrorCode(this JsonElement payload) =>
        payload.GetProperty("errors") is { } errors && errors.GetArrayLength() > 0 ? errors[0].GetProperty("code").GetString() : null;

    /// <summary>By what an unknown outcome can be asked for.</summary>
    public static string ReceiptKey(this JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("receiptKey").GetString()!;

    /// <summary>In one word what the client was told: the kind of the error, BOOKED, or the top-level code.</summary>
    public static string Word(this StorefrontReply reply, string mutation) =>
        reply.Errors.Count > 0 ? reply.Codes[0]! : reply.Data.GetProperty(mutation).Error() ?? "BOOKED";
}
