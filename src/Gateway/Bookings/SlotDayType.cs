using Bff.Contracts.Bookings;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal sealed class SlotDayType : ObjectGraphType<SlotDay>
{
    public SlotDayType()
    {
        Name = "SlotDay";
        Description = "The slots of one service on one day of the company's calendar. Source: v6 listServiceSlots.";
        Field<NonNullGraphType<LocalDateScalar>>("date").Description("The day, on the company's calendar.").Resolve(c => c.Source.Date);
        Field<NonNullGraphType<TimeZoneScalar>>("timeZone").Description("The company's time zone.").Resolve(c => c.Source.TimeZone);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SlotType>>>>("slots")
            .Description("In the order of their instants. A full slot stays listed.")
            .Resolve(c => c.Source.Slots);
        Field<NonNullGraphType<DateTimeScalar>>("asOf").Description("When v6 gave this picture.").Resolve(c => c.Source.AsOf);
        Field<BookingPolicyType>("policy").Description("The merchant's limits, when v6 tells them. Hints for a form: v6 alone refuses by them.").Resolve(c => c.Source.Policy);
    }
}

internal sealed class BookingPolicyType : ObjectGraphType<BookingPolicy>
{
    public BookingPolicyType()
    {
        Name = "BookingPolicy";
        Description = "What the merchant allows, as far as it does not depend on who asks. Source: v6 listServiceSlots.";
        Field<IntGraphType>("advanceBookingDays").Description("How many days ahead a slot may be taken; null means unlimited.").Resolve(c => c.Source.AdvanceBookingDays);
        Field<IntGraphType>("minimumAdvanceBookingMinutes").Description("How long before its start a slot may still be taken, in minutes; null when v6 does not tell.").Resolve(c => c.Source.MinimumAdvanceBookingMinutes);
        Field<IntGraphType>("maxBookableTimeslots").Description("Most slots one booking may cover; null means unlimited.").Resolve(c => c.Source.MaxBookableTimeslots);
        Field<NonNullGraphType<BooleanGraphType>>("isAllowed").Description("Somebody without a session may book at all.").Resolve(c => c.Source.IsAllowed);
    }
}

internal sealed class SlotType : ObjectGraphType<Slot>
{
    public SlotType()
    {
        Name = "Slot";
        Description = "One bookable interval, as instants and on the company's clock. Source: v6 listServiceSlots.";
        Field<NonNullGraphType<DateTimeScalar>>("startsAt").Description("Start, with the company's offset: the value to send as occurrenceStart.").Resolve(c => c.Source.StartsAt);
        Field<NonNullGraphType<DateTimeScalar>>("endsAt").Description("End, with the company's offset: the value to send as occurrenceEnd.").Resolve(c => c.Source.EndsAt);
        Field<NonNullGraphType<LocalTimeScalar>>("localStart").Description("Start on the company's clock.").Resolve(c => c.Source.LocalStart);
        Field<NonNullGraphType<LocalTimeScalar>>("localEnd").Description("End on the company's clock.").Resolve(c => c.Source.LocalEnd);
        Field<NonNullGraphType<BooleanGraphType>>("available").Description("The slot can be taken now.").Resolve(c => c.Source.Available);
        Field<NonNullGraphType<IntGraphType>>("remainingCapacity").Description("Places left.").Resolve(c => c.Source.RemainingCapacity);
        Field<IdGraphType>("staffId").Description("The person it was asked for.").Resolve(c => c.Source.StaffId);
        Field<IdGraphType>("resourceId").Description("The resource it belongs to.").Resolve(c => c.Source.ResourceId);
        Field<MoneyType>("price").Description("Price of this slot before any membership tier, when v6 tells it.").Resolve(c => c.Source.Price);
        Field<StringGraphType>("unavailableReason")
            .Description("Why it cannot be taken: FULL, NOT_OFFERED, or NO_SUCH_LOCAL_TIME when the clock skips that time on that day; null while available.")
            .Resolve(c => c.Source.UnavailableReason);
    }
}
