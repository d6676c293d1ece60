using Bff.Contracts.Bookings;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal sealed class BookingDetailType : ObjectGraphType<BookingDetail>
{
    public BookingDetailType()
    {
        Name = "BookingDetail";
        Description = "A booking with its price and history. Source: v6 getBooking, cancelBooking, rescheduleBooking.";
        this.AddBookingFields(detail => detail.Booking);
        Field<MoneyType>("subtotal").Description("Price before add-ons and discount.").Resolve(c => c.Source.Subtotal);
        Field<MoneyType>("addonsTotal").Description("Sum of the add-ons.").Resolve(c => c.Source.AddonsTotal);
        Field<MoneyType>("discountAmount").Description("Discount taken off.").Resolve(c => c.Source.Discount);
        Field<StringGraphType>("promotionCode").Description("Promotion that gave the discount.").Resolve(c => c.Source.PromotionCode);
        Field<IntGraphType>("totalDurationMinutes").Description("Length with add-ons, in minutes.").Resolve(c => c.Source.TotalDurationMinutes);
        Field<StringGraphType>("notes").Description("Note left with the booking.").Resolve(c => c.Source.Notes);
        Field<StringGraphType>("cancellationReason").Description("Reason given on cancelling.").Resolve(c => c.Source.CancellationReason);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<BookingLineType>>>>("lineItems").Description("What is charged.").Resolve(c => c.Source.Lines);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<BookingStatusChangeType>>>>("statusHistory").Description("Changes of state, oldest first.").Resolve(c => c.Source.History);
    }
}

internal sealed class BookingLineType : ObjectGraphType<BookingLine>
{
    public BookingLineType()
    {
        Name = "BookingLine";
        Description = "A charged part of a booking. Source: v6 getBooking.";
        Field<IdGraphType>("id").Description("Line id.").Resolve(c => c.Source.Id);
        Field<StringGraphType>("type").Description("Kind of line, such as the service itself or an add-on; open set.").Resolve(c => c.Source.Type);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<NonNullGraphType<MoneyType>>("price").Description("Charged price.").Resolve(c => c.Source.Price);
        Field<MoneyType>("memberTierPrice").Description("Price under the customer's tier.").Resolve(c => c.Source.MemberPrice);
        Field<IntGraphType>("durationMinutes").Description("Length, in minutes.").Resolve(c => c.Source.DurationMinutes);
    }
}

internal sealed class BookingStatusChangeType : ObjectGraphType<BookingStatusChange>
{
    public BookingStatusChangeType()
    {
        Name = "BookingStatusChange";
        Description = "A step in the life of a booking. Source: v6 getBooking.";
        Field<StringGraphType>("fromStatus").Description("State before, as v6 writes it; null for the first step.").Resolve(c => c.Source.From);
        Field<NonNullGraphType<StringGraphType>>("toStatus").Description("State after, as v6 writes it.").Resolve(c => c.Source.To);
        Field<DateTimeScalar>("createdAt").Description("When.").Resolve(c => c.Source.At);
    }
}
