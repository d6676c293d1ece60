using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Bookings;

/// <summary>createGuestBooking: one place of one slot, taken at once even while it is pending.</summary>
internal static class CreateGuestBooking
{
    public static Reply Handle(Call call)
    {
        if (ServiceReads.Catalog(call).Find(call.Text("serviceId")!) is not { } service)
        {
            return Reply.NotFound("SERVICE_NOT_FOUND", "No such service.");
        }

        if (service.Seed.Login && call.Customer is null)
        {
            return Reply.Forbidden("Only signed-in customers may book this service.");
        }

        var (occurrence, refusal) = Occurrence.Read(call, service);
        if (occurrence is null)
        {
            return refusal!;
        }

        return CheckState(call, service, occurrence) ?? call.Commit(() => Reply.Created(
            BookingJson.Summary(Insert(call, service, occurrence), call.Tenant)));
    }

    private static Reply? CheckState(Call call, Service service, Occurrence wanted)
    {
        if (!call.Checks)
        {
            return null;
        }

        var isFull = Availability.Remaining(call, service, wanted.Slot, wanted.StaffId, wanted.ResourceId) == 0;
        if (isFull)
        {
            return call.Phase == Phase.LateCheck ? Occurrence.LostRace() : Occurrence.SlotTaken();
        }

        return BookingRules.Check(call, service);
    }

    private static Booking Insert(Call call, Service service, Occurrence wanted)
    {
        var book = call.Tenant.Part(BookingBook.Create);
        var booking = new Booking
        {
            Id = book.NextId(),
            Service = service,
            Slot = wanted.Slot,
            StaffId = wanted.StaffId,
            ResourceId = wanted.ResourceId,
            MemberUuid = call.Customer?.Uuid,
            CustomerName = call.Text("customerName")!,
            CustomerPhone = call.Text("customerPhone")!,
            CustomerEmail = call.Text("customerEmail"),
            CreatedAt = call.Now,
        };
        booking.Become(service.Seed.Confirm || service.Seed.Payment ? Booking.Pending : Booking.Confirmed, call.Now);
        book.Add(booking);
        return booking;
    }
}
