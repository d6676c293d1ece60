using Bff.Contracts.Answers;
using Bff.Contracts.Content;
using Bff.Grains.Tenancy;
using Bff.Upstream.Content;

namespace Bff.Grains.Content;

/// <summary>Where the oddities of v6's events stop.</summary>
/// <param name="clock">The company's wall clock.</param>
/// <param name="currency">Used where v6 left the currency out.</param>
internal sealed class EventMapping(CompanyClock clock, string currency)
{
    public Event ToEvent(V6Event source)
    {
        var own = source.Currency ?? currency;
        return new Event(
            source.Id,
            source.Slug,
            source.Title,
            HtmlCleaner.CleanOrNull(source.Introduction),
            HtmlCleaner.CleanOrNull(source.Content),
            source.Presentation is { } presentation ? ToPresentation(presentation) : null,
            new Money(source.Price, own),
            new Money(source.RegularPrice, own),
            ToMoney(source.DiscountedPrice, own),
            ToMoney(source.EarlyBirdPrice, own),
            source.EarlyBirdEndsAt,
            source.PricingSource,
            source.Status,
            source.Venue,
            source.VenueAddress,
            SafeUrls.Source(source.Image),
            source.Quota,
            source.ShowRemainingQuota,
            source.MaxTicketsPerOrder,
            source.MaxTicketsPerMember,
            source.DeliveryMode,
            [.. source.Sessions.OrderBy(session => session.Start).Select(ToSession)]);
    }

    public EventRegistration ToRegistration(V6EventRegistration source) => new(
        source.Id,
        source.EventSlug,
        source.EventTitle,
        source.Status,
        source.RegisteredAt,
        ToMoney(source.TotalAmount, source.Currency ?? currency),
        source.PaymentRequired,
        source.GuestToken);

    public static EventPaymentIntent ToPaymentIntent(V6EventPaymentIntent source) =>
        new(source.ClientSecret, source.PaymentIntentId, source.PublishableKey, source.StripeAccount, SafeUrls.Frame(source.PaymentUrl));

    public EventAccess ToAccess(V6EventAccess source, string registration) => new(
        source.RegistrationId ?? registration,
        source.EventTitle,
        source.DeliveryMode,
        source.CanAccess,
        SafeUrls.Source(source.AccessUrl),
        source.AccessInstructions,
        source.AvailableAt is { } moment ? clock.Localise(moment) : null,
        source.Reason);

    private static Money? ToMoney(decimal? amount, string currency) => amount is { } known ? new Money(known, currency) : null;

    private EventSession ToSession(V6EventSession source) => new(
        source.Id,
        clock.Localise(source.Start),
        source.End is { } end ? clock.Localise(end) : null,
        OverAt(source),
        source.AllDay,
        source.RemainingQuota,
        source.IsExpired,
        source.IsFull,
        source.IsAvailable);

    private DateTimeOffset OverAt(V6EventSession source) =>
        source.End is { } end ? clock.Localise(end)
        : source.AllDay ? clock.LenientlyAt(clock.DayOf(source.Start).AddDays(1), TimeOnly.MinValue)
        : clock.Localise(source.Start);

    private static EventPresentation ToPresentation(V6EventPresentation source) => new(
        source.Overview,
        [.. source.Highlights.Select(item => new EventHighlight(item.Title, item.Description))],
        [.. source.Agenda.Select(item => new AgendaEntry(item.Time, item.Title, item.Description))],
        source.Audience,
        source.Facilitator is { } host ? new EventFacilitator(host.Name, host.Role, host.Bio) : null,
        source.Practical is { } notes
            ? new PracticalNotes(notes.Transit, notes.Accessibility, notes.Language, notes.Capacity, notes.Preparation)
            : null,
        source.Includes,
        source.Policy,
        [.. source.Faq.Select(item => new EventQuestion(item.Question, item.Answer))]);
}
