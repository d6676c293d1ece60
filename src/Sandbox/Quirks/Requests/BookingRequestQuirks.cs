using System.Text.Json.Nodes;
using Bff.Sandbox.Bookings;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Quirks.Requests;

/// <summary>V6, V7, V45: bookings by day and clock time, guests under other names, and further read arguments.</summary>
internal static class BookingRequestQuirks
{
    private static readonly LocalTimePattern WithSeconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public static readonly RequestQuirk[] All =
    [
        new(6, ["createGuestBooking"])
        {
            Fields =
            [
                "bookingDate", "startTime", "endTime", "scheduleId", "quoteId", "addonIds", "notes", "slots", "guestInfo",
                "promotionCode", "creditsUsed", "paymentMethodId", "slotId", "guestName", "guestEmail", "guestPhone",
            ],
            Rewrite = form =>
            {
                DropNulls(form.Body);
                ClockTimes(form);
                Guest(form);
                return null;
            },
        },
        new(7, ["rescheduleBooking"])
        {
            Fields = ["bookingDate", "startTime", "endTime", "notes"],
            Rewrite = form =>
            {
                DropNulls(form.Body);
                ClockTimes(form);
                return null;
            },
        },
        new(45, ["listBookings"]) { Query = ["status", "dateFrom", "dateTo", "page", "limit", "upcoming"] },
        new(45, ["listServiceSlots"]) { Query = ["createQuotes", "accountId"] },
    ];

    private static void DropNulls(JsonObject body)
    {
        foreach (var name in body.Where(field => field.Value is null).Select(field => field.Key).ToList())
        {
            body.Remove(name);
        }
    }

    private static void ClockTimes(RequestForm form)
    {
        if (form.Body.ContainsKey("occurrenceStart") || Instant(form, "startTime") is not { } start || Instant(form, "endTime") is not { } end)
        {
            return;
        }

        form.Body["occurrenceStart"] = BookingJson.Moment(start);
        form.Body["occurrenceEnd"] = BookingJson.Moment(end > start ? end : end + Duration.FromDays(1));
    }

    private static Instant? Instant(RequestForm form, string field)
    {
        var day = LocalDatePattern.Iso.Parse(Text(form.Body, "bookingDate") ?? "");
        var clock = Text(form.Body, field) ?? "";
        var time = clock.Length == 5 ? SlotReads.Clock.Parse(clock) : WithSeconds.Parse(clock);
        return day.Success && time.Success ? form.Tenant.Zone.AtLeniently(day.Value + time.Value).ToInstant() : null;
    }

    /// <summary>Name, phone and e-mail from wherever they are: guestInfo, guestName …, else the signed-in member's own.</summary>
    private static void Guest(RequestForm form)
    {
        var info = form.Body["guestInfo"] as JsonObject;
        var joined = string.Join(' ', new[] { Text(info, "firstName"), Text(info, "lastName") }.Where(part => part is not null));
        Fill(form.Body, "customerName", Text(info, "name"), joined.Length > 0 ? joined : null, Text(form.Body, "guestName"), form.Customer?.FullName);
        Fill(form.Body, "customerPhone", Text(info, "phone"), Text(form.Body, "guestPhone"), form.Customer?.Phone);
        Fill(form.Body, "customerEmail", Text(info, "email"), Text(form.Body, "guestEmail"), form.Customer?.Email);
    }

    private static void Fill(JsonObject body, string field, params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!body.ContainsKey(field) && candidate is not null)
            {
                body[field] = candidate;
            }
        }
    }

    private static string? Text(JsonObject? body, string field) =>
        body?[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
