using System.Text.Json.Nodes;
using Bff.Sandbox.Bookings;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V4, V5, V8, V9, V10, V16 and the quotes of V45.</summary>
internal static class BookingAnswers
{
    private static readonly string[] Bookings =
        ["createGuestBooking", "listBookings", "getBooking", "cancelBooking", "rescheduleBooking"];

    private static readonly string[] Details = ["getBooking", "cancelBooking", "rescheduleBooking"];

    public static readonly AnswerQuirk[] All =
    [
        AnswerQuirk.OfEach(45, ["listServiceSlots"], AddQuote),
        new(5, ["listServiceSlots"], SlotInstants),
        AnswerQuirk.OfEach(4, ["listServiceSlots"], SlotState),
        AnswerQuirk.OfEach(8, Bookings, BookingInstants),
        AnswerQuirk.OfEach(9, Bookings, NumericMoney),
        AnswerQuirk.OfEach(10, Details, Lines),
        AnswerQuirk.OfEach(16, ["listServiceStaff"], Staff),
    ];

    private static void AddQuote(JsonObject slot, AnswerContext context)
    {
        if (context.Query["createQuotes"] == "true")
        {
            slot["quoteId"] = $"quote-{(string?)slot["scheduleId"]}-{(string?)slot["startTime"]}";
        }
    }

    private static void SlotState(JsonObject slot)
    {
        slot.Remove("available", out var available);
        slot["status"] = (bool)available! ? "available" : "full";
        slot.Rename("remainingCapacity", "availableCapacity");
    }

    /// <summary>The slots of a room stand in order of time, so a clock time that comes twice is the earlier one the first time.</summary>
    private static JsonNode SlotInstants(JsonNode data, AnswerContext context)
    {
        var day = LocalDatePattern.Iso.Parse(context.Query["date"]!).Value;
        var last = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var slot in JsonShape.Items(data))
        {
            var room = (string?)slot["resourceId"] ?? "";
            var notBefore = last.TryGetValue(room, out var before) ? before + Duration.Epsilon : Instant.MinValue;
            var start = last[room] = ReadInstant(slot, "startTime", day, context, notBefore);
            slot["startTime"] = BookingJson.Moment(start);
            slot["endTime"] = BookingJson.Moment(ReadInstant(slot, "endTime", day, context, start + Duration.Epsilon));
        }

        return data;
    }

    private static void BookingInstants(JsonObject booking, AnswerContext context)
    {
        var day = LocalDatePattern.Iso.Parse((string)booking["bookingDate"]!).Value;
        var start = ReadInstant(booking, "startTime", day, context, Instant.MinValue);
        booking["startTime"] = BookingJson.Moment(start);
        booking["endTime"] = BookingJson.Moment(ReadInstant(booking, "endTime", day, context, start + Duration.Epsilon));
    }

    private static Instant ReadInstant(JsonObject item, string name, LocalDate day, AnswerContext context, Instant notBefore)
    {
        var zone = context.Tenant!.Zone;
        var clock = SlotReads.Clock.Parse((string)item[name]!).Value;
        var mapping = zone.MapLocal(day + clock);
        var first = mapping.Count == 0 ? zone.AtLeniently(day + clock).ToInstant() : mapping.First().ToInstant();
        var last = mapping.Count == 0 ? first : mapping.Last().ToInstant();
        var found = first >= notBefore ? first : last;
        return found >= notBefore ? found : zone.AtLeniently(day.PlusDays(1) + clock).ToInstant();
    }

    private static void NumericMoney(JsonObject booking)
    {
        foreach (var name in (string[])["totalPrice", "subtotal", "addonsTotal", "discountAmount"])
        {
            booking.ToNumber(name);
        }

        foreach (var line in LinesOf(booking))
        {
            line.ToNumber("price");
            line.ToNumber("memberTierPrice");
        }
    }

    private static void Lines(JsonObject booking)
    {
        foreach (var line in LinesOf(booking))
        {
            line.Remove("description");
            line.Rename("name", "description");
            line.Rename("price", "unitPrice");
            line["quantity"] = 1;
            line["total"] = line["unitPrice"]!.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> LinesOf(JsonObject booking) => booking["lineItems"]?.AsArray().OfType<JsonObject>() ?? [];

    private static void Staff(JsonObject person)
    {
        person.Rename("memberId", "id");
        person.Rename("memberName", "name");
        person["avatar"] = null;
    }
}
