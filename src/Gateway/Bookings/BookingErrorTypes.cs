using Bff.Contracts.Bookings;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal sealed class SlotTakenErrorType : ErrorType<SlotTakenError>
{
    public SlotTakenErrorType()
        : base("The place is gone. Nothing happened. Source: v6 SLOT_NOT_AVAILABLE, BOOKING_RACE_CONFLICT.") =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SlotType>>>>("alternatives")
            .Description("Slots of the same day that can still be taken, nearest in time first.")
            .Resolve(c => c.Source.Alternatives);
}

internal sealed class BookingUnchangedErrorType : ErrorType<BookingUnchangedError>
{
    public BookingUnchangedErrorType()
        : base("No answer came to the change, and when v6 could no longer be at work on it the booking was as before. Comes from a receipt or a retry; the same key may be used again. Source: v6 getBooking.") =>
        Field<NonNullGraphType<BookingDetailType>>("booking").Description("The booking that stands.").Resolve(c => c.Source.Booking);
}

internal sealed class CooldownErrorType : ErrorType<CooldownError>
{
    public CooldownErrorType()
        : base("It is too soon after the customer's last booking. Nothing happened. Source: v6 BOOKING_COOLDOWN_ACTIVE.")
    {
        Field<DateTimeScalar>("endsAt").Description("From when the customer may book again, when v6 tells it.").Resolve(c => c.Source.EndsAt);
        Field<IntGraphType>("days").Description("Length of the waiting period, in days.").Resolve(c => c.Source.Days);
        Field<StringGraphType>("merchantMessage").Description("The merchant's own wording: show it first when present.").Resolve(c => c.Source.MerchantMessage);
    }
}

internal sealed class OnHandErrorType : ErrorType<OnHandError>
{
    public OnHandErrorType()
        : base("The customer already holds an open booking. Nothing happened. Source: v6 BOOKING_ON_HAND.")
    {
        Field<IdGraphType>("existingBookingId").Description("That booking, when v6 names it.").Resolve(c => c.Source.ExistingBookingId);
        Field<LocalDateScalar>("existingBookingDate").Description("Its day on the company's calendar.").Resolve(c => c.Source.ExistingBookingDate);
    }
}

internal sealed class CutoffErrorType : ErrorType<CutoffError>
{
    public CutoffErrorType()
        : base("It is too late to change the booking. Nothing happened. Source: v6 past_cutoff.") =>
        Field<IntGraphType>("cutoffHours").Description("Hours before the start from which it is too late, when v6 tells it.").Resolve(c => c.Source.CutoffHours);
}
