using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;

namespace Bff.Sandbox.Bookings;

/// <summary>listBookings, getBooking, cancelBooking and rescheduleBooking. Another customer's booking is not there.</summary>
internal static class MyBookings
{
    public static Reply List(Call call) =>
        Reply.List(call.Tenant.Part(BookingBook.Create).Of(call.Customer!).Select(b => BookingJson.Summary(b, call.Tenant)));

    public static Reply Get(Call call) => With(call, booking => Detail(call, booking));

    public static Reply Cancel(Call call) => With(call, booking => Closed(call, booking) ?? call.Commit(() =>
    {
        call.Tenant.Part(BookingBook.Create).Cancel(booking, call.Text("reason"), call.Now);
        return Detail(call, booking);
    }));

    public static Reply Reschedule(Call call) => With(call, booking => Closed(call, booking) ?? Move(call, booking));

    private static Reply Move(Call call, Booking booking)
    {
        var (wanted, refusal) = Occurrence.Read(call, booking.Service, booking);
        if (wanted is null)
        {
            return refusal!;
        }

        var left = Availability.Remaining(call, booking.Service, wanted.Slot, wanted.StaffId, wanted.ResourceId, booking);
        if (call.Checks && left == 0)
        {
            return call.Phase == Phase.LateCheck ? Occurrence.LostRace() : Occurrence.SlotTaken();
        }

        return call.Commit(() =>
        {
            call.Tenant.Part(BookingBook.Create).Move(booking, wanted.Slot, wanted.StaffId, wanted.ResourceId);
            return Detail(call, booking);
        });
    }

    /// <summary>Why a member cannot change a booking any more; null when they can.</summary>
    private static Reply? Closed(Call call, Booking booking)
    {
        if (!booking.IsOpen || booking.Slot.End <= call.Now)
        {
            return Reply.Conflict("CONFLICT", "The booking is final.");
        }

        if (booking.Service.Seed.NoCancel)
        {
            return Reply.Forbidden("The merchant does not let customers change this booking.", "disabled");
        }

        var hours = call.Tenant.Profile.CutoffHours;
        return booking.Slot.Start - call.Now < Duration.FromHours(hours)
            ? Reply.Refused("past_cutoff", "Too close to the start.", new JsonObject { ["cutoffHours"] = hours })
            : null;
    }

    private static Reply With(Call call, Func<Booking, Reply> answer)
    {
        var booking = call.Tenant.Part(BookingBook.Create).Find(call.Id);
        return booking is not null && BookingBook.IsOf(booking, call.Customer!)
            ? answer(booking)
            : Reply.NotFound("BOOKING_NOT_FOUND", "No such booking.");
    }

    private static Reply Detail(Call call, Booking booking) => Reply.Ok(BookingJson.Detail(booking, call.Tenant));
}
