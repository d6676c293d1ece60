using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Bookings;

/// <summary>listServiceSlots: every slot of the day stays listed, full ones with nothing left.</summary>
internal static class SlotReads
{
    public static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Reply List(Call call)
    {
        var catalog = ServiceReads.Catalog(call);
        if (catalog.Find(call.Id) is not { } service)
        {
            return Reply.NotFound();
        }

        var day = LocalDatePattern.Iso.Parse(call.Query("date")!).Value;
        var staffId = call.Query("staffId");
        var wanted = call.Query("resourceId");
        if (staffId is not null && !service.Seed.Staff.Contains(staffId))
        {
            return Reply.Ok(Describe(call, service, []));
        }

        IReadOnlyList<string?> resources = service.RequiresResource
            ? [.. service.Seed.Resources.Where(id => wanted is null || id == wanted)]
            : [null];
        var slots =
            from slot in Availability.SlotsOf(call, service, day)
            from resourceId in resources
            select Describe(call, service, slot, staffId, resourceId);
        return Reply.Ok(Describe(call, service, slots));
    }

    private static JsonObject Describe(Call call, Service service, IEnumerable<JsonNode> slots) => new()
    {
        ["items"] = Reply.Array(slots),
        ["bookingConfig"] = new JsonObject
        {
            ["advanceBookingDays"] = service.Seed.AdvanceDays,
            ["maxBookableTimeslots"] = service.Seed.MaxSlots,
            ["isAllowed"] = true,
            ["dailyBookingCount"] = null,
            ["weeklyBookingCount"] = null,
            ["weeklyHoursLimit"] = null,
            ["currentDailyUsage"] = 0,
            ["currentWeeklyUsage"] = 0,
        },
    };

    private static JsonObject Describe(Call call, Service service, Slot slot, string? staffId, string? resourceId)
    {
        var remaining = Availability.Remaining(call, service, slot, staffId, resourceId);
        var json = new JsonObject
        {
            ["startTime"] = ClockTime(call, slot.Start),
            ["endTime"] = ClockTime(call, slot.End),
            ["available"] = remaining > 0,
            ["remainingCapacity"] = remaining,
            ["scheduleId"] = $"sch-{service.Id}",
            ["basePrice"] = ServiceJson.Money(service.Seed.Price),
            ["priceType"] = "base",
        };
        if (resourceId is not null)
        {
            json["resourceId"] = resourceId;
        }

        return json;
    }

    private static string ClockTime(Call call, Instant instant) => Clock.Format(instant.InZone(call.Tenant.Zone).TimeOfDay);
}
