using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Bookings;

/// <summary>House rules that depend on what the same customer already holds.</summary>
internal static class BookingRules
{
    public static Reply? Check(Call call, Service service)
    {
        var earlier = Earlier(call, service);
        return OnHand(call, service, earlier) ?? Cooldown(call, service, earlier);
    }

    private static Reply? OnHand(Call call, Service service, IReadOnlyList<Booking> earlier)
    {
        var held = earlier.FirstOrDefault(b => b.IsOpen && b.Slot.Start > call.Now);
        if (!service.Seed.OnePerCustomer || held is null)
        {
            return null;
        }

        return Reply.Conflict("BOOKING_ON_HAND", "You already hold a booking of this service.", new JsonObject
        {
            ["existingBookingId"] = held.Id,
            ["existingBookingDate"] = LocalDatePattern.Iso.Format(held.Slot.Start.InZone(call.Tenant.Zone).Date),
            ["isRace"] = call.Phase == Phase.LateCheck,
        });
    }

    private static Reply? Cooldown(Call call, Service service, IReadOnlyList<Booking> earlier)
    {
        if (service.Seed.CooldownDays is not { } days || earlier.All(b => !b.IsOpen))
        {
            return null;
        }

        var ends = earlier.Where(b => b.IsOpen).Max(b => b.CreatedAt) + Duration.FromDays(days);
        return ends <= call.Now ? null : Reply.Conflict("BOOKING_COOLDOWN_ACTIVE", "Too soon after your last booking.", new JsonObject
        {
            ["cooldownEndsAt"] = BookingJson.Moment(ends),
            ["cooldownDays"] = days,
            ["cooldownMessage"] = null,
        });
    }

    /// <summary>What this customer booked of the service before: by token, else by phone.</summary>
    private static IReadOnlyList<Booking> Earlier(Call call, Service service)
    {
        var phone = call.Text("customerPhone");
        return
        [
            .. call.Tenant.Part(BookingBook.Create).All.Where(b => b.Service == service
                && (b.CustomerPhone == phone || (call.Customer is { } member && BookingBook.IsOf(b, member)))),
        ];
    }
}
