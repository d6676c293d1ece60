using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class EventType : ObjectGraphType<Event>
{
    public EventType()
    {
        Name = "Event";
        Description = "A public event. With a session its prices are the customer's own. Source: v6 listEvents, getEvent.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Event id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("slug").Description("Part of its URL: the argument of event.").Resolve(c => c.Source.Slug);
        Field<NonNullGraphType<StringGraphType>>("title").Description("Title.").Resolve(c => c.Source.Title);
        Field<SanitizedHtmlScalar>("introduction").Description("Short text.").Resolve(c => c.Source.IntroductionHtml);
        Field<SanitizedHtmlScalar>("content").Description("Long text.").Resolve(c => c.Source.ContentHtml);
        Field<EventPresentationType>("publicPresentation").Description("Structured text, when v6 sends it.").Resolve(c => c.Source.Presentation);
        Field<NonNullGraphType<EventStatusType>>("status")
            .Description("Where it stands now by its sessions, whatever statusText says; UNKNOWN when it has none and v6 does not say.")
            .Resolve(c => c.Source.StatusAt(c.Now()));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("State as v6 writes it; it may be late.").Resolve(c => c.Source.Status);
        Field<StringGraphType>("venue").Description("Name of the place.").Resolve(c => c.Source.Venue);
        Field<StringGraphType>("venueAddress").Description("Street address, when kept apart from the name.").Resolve(c => c.Source.VenueAddress);
        Field<UrlScalar>("image").Description("Lead picture.").Resolve(c => c.Source.Image);
        Field<NonNullGraphType<DeliveryModeType>>("deliveryMode").Description("Where it takes place; UNKNOWN for a way that this schema does not name.").Resolve(c => OpenEnum<DeliveryMode>.Of(c.Source.DeliveryMode));
        Field<NonNullGraphType<StringGraphType>>("deliveryModeText").Description("Where it takes place, as v6 writes it.").Resolve(c => c.Source.DeliveryMode);
        AddPrices();
        AddSeats();
    }

    private void AddPrices()
    {
        Field<NonNullGraphType<MoneyType>>("price").Description("What one ticket costs now, for whoever asks; an amount of 0 means free.").Resolve(c => c.Source.Price);
        Field<NonNullGraphType<MoneyType>>("regularPrice").Description("Ticket price before any promotion.").Resolve(c => c.Source.RegularPrice);
        Field<MoneyType>("discountedPrice").Description("Promotional price.").Resolve(c => c.Source.DiscountedPrice);
        Field<MoneyType>("earlyBirdPrice").Description("Early-bird price.").Resolve(c => c.Source.EarlyBirdPrice);
        Field<DateTimeScalar>("earlyBirdEndsAt").Description("Until when the early-bird price is given.").Resolve(c => c.Source.EarlyBirdEndsAt);
        Field<NonNullGraphType<PricingSourceType>>("pricingSource").Description("Which of the prices is in force; UNKNOWN for one that this schema does not name.").Resolve(c => OpenEnum<PricingSource>.Of(c.Source.PricingSource));
        Field<NonNullGraphType<StringGraphType>>("pricingSourceText").Description("Which of the prices is in force, as v6 writes it.").Resolve(c => c.Source.PricingSource);
    }

    private void AddSeats()
    {
        Field<IntGraphType>("quota").Description("Seats over all sessions; null means no limit, or not shown.").Resolve(c => c.Source.Quota);
        Field<NonNullGraphType<BooleanGraphType>>("showRemainingQuota").Description("The merchant wants the seats left to be shown.").Resolve(c => c.Source.ShowRemainingQuota);
        Field<NonNullGraphType<IntGraphType>>("maxTicketsPerOrder").Description("Most tickets of one registration.").Resolve(c => c.Source.MaxTicketsPerOrder);
        Field<IntGraphType>("maxTicketsPerMember").Description("Most tickets one customer may hold; null means no limit here.").Resolve(c => c.Source.MaxTicketsPerMember);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EventSessionType>>>>("dates")
            .Description("Its sessions, in order of their start. v6 registers for the event and picks the session by itself: offer it for events of one session.")
            .Resolve(c => c.Source.Sessions.Select(session => new SessionView(session, c.Source)));
    }
}

/// <summary>A session and the event that it belongs to: a cancelled event has no seats.</summary>
internal sealed record SessionView(EventSession Session, Event Event);

internal sealed class EventSessionType : ObjectGraphType<SessionView>
{
    public EventSessionType()
    {
        Name = "EventSession";
        Description = "One date of an event. Source: v6 listEvents, getEvent.";
        Field<IdGraphType>("id").Description("Session id; one without it cannot be booked.").Resolve(c => c.Source.Session.Id);
        Field<NonNullGraphType<DateTimeScalar>>("startTime").Description("Start, with the company's offset.").Resolve(c => c.Source.Session.StartTime);
        Field<DateTimeScalar>("endTime").Description("End, with the company's offset.").Resolve(c => c.Source.Session.EndTime);
        Field<NonNullGraphType<BooleanGraphType>>("allDay").Description("Only the day matters.").Resolve(c => c.Source.Session.AllDay);
        Field<IntGraphType>("remainingQuota").Description("Seats left; null means unlimited or hidden.").Resolve(c => c.Source.Session.RemainingQuota);
        Field<NonNullGraphType<BooleanGraphType>>("isExpired").Description("It is over now.").Resolve(c => c.Source.Session.IsOverAt(c.Now()));
        Field<NonNullGraphType<BooleanGraphType>>("isFull").Description("No seats are left.").Resolve(c => c.Source.Session.Full);
        Field<NonNullGraphType<BooleanGraphType>>("available")
            .Description("Seats can be taken now: it has an id, is offered, not over and not full, and the event is not cancelled.")
            .Resolve(c => !c.Source.Event.IsCancelled() && c.Source.Session.IsAvailableAt(c.Now()));
    }
}

internal static class NowExtensions
{
    /// <summary>The time at which a field is shown.</summary>
    public static DateTimeOffset Now(this IResolveFieldContext context) =>
        context.Request().Services.GetRequiredService<TimeProvider>().GetUtcNow();
}
