using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Grains.Tenancy;
using Bff.Upstream.Bookings;

namespace Bff.Grains.Bookings;

internal static class BookingDetailMapping
{
    /// <param name="detail">As v6 sent it.</param>
    /// <param name="clock">The company's wall clock.</param>
    /// <param name="tenantCurrency">Used where v6 left the currency out.</param>
    /// <param name="asked">The instants that were asked for, when the booking has just been moved to them.</param>
    public static BookingDetail ToDetail(
        this V6BookingDetail detail, CompanyClock clock, string tenantCurrency, (DateTimeOffset Start, DateTimeOffset End)? asked = null)
    {
        var booking = detail.Booking.ToBooking(clock, tenantCurrency, asked);
        return new BookingDetail(
            booking,
            Money(detail.Subtotal),
            Money(detail.AddonsTotal),
            Money(detail.DiscountAmount),
            detail.PromotionCode,
            detail.TotalDurationMinutes,
            detail.Notes,
            detail.CancellationReason,
            [.. detail.Lines.Select(line => new BookingLine(line.Id, line.Type, line.Name, Money(line.Price)!, Money(line.MemberTierPrice), line.DurationMinutes))],
            [.. detail.History.Select(change => new BookingStatusChange(change.From, change.To, change.At))]);

        Money? Money(decimal? amount) => amount is { } known ? new Money(known, booking.TotalPrice.Currency) : null;
    }
}
