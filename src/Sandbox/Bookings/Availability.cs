using Bff.Sandbox.Operations;
using NodaTime;

namespace Bff.Sandbox.Bookings;

/// <summary>Which slots exist, and how many places of them are left.</summary>
internal static class Availability
{
    /// <summary>Slots of a day within the service's booking window; none outside of it.</summary>
    public static IEnumerable<Slot> SlotsOf(Call call, Service service, LocalDate day)
    {
        var inWindow = day >= call.Today && (service.Seed.AdvanceDays is not { } days || day <= call.Today.PlusDays(days));
        return inWindow ? SlotGrid.OfDay(service, call.Tenant.Zone, day) : [];
    }

    /// <summary>Places left; 0 for a slot that has begun.</summary>
    public static int Remaining(Call call, Service service, Slot slot, string? staffId, string? resourceId, Booking? moving = null)
    {
        if (slot.Start <= call.Now)
        {
            return 0;
        }

        var people = service.RequiresStaff && staffId is null ? service.Seed.Staff.Count : 1;
        var taken = call.Tenant.Part(BookingBook.Create).Taken(service, slot.Start, staffId, resourceId, moving);
        return Math.Max(0, (service.Seed.Capacity * people) - taken);
    }

    /// <summary>The slot of exactly this interval, if the service has one.</summary>
    public static Slot? Find(Call call, Service service, Instant start, Instant end)
    {
        var day = start.InZone(call.Tenant.Zone).Date;
        return SlotsOf(call, service, day).Where(s => s.Start == start && s.End == end).Cast<Slot?>().FirstOrDefault();
    }
}
