using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Connections;
using Bff.Gateway.Graph.Errors;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>Events, and the door to them.</summary>
internal static class EventQueries
{
    private static readonly TimeSpan ListMaxAge = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EventMaxAge = TimeSpan.FromSeconds(5);

    public static void AddEventQueries(this ObjectGraphType query)
    {
        query.AddConnection<EventType, Event>(
                "events",
                "The events in v6's order; with a session, as its customer sees them. Source: v6 listEvents.",
                source => source.Id,
                request => request.EventPageAsync)
            .PublicWhenAnonymousFor(ListMaxAge)
            .Reads(CacheAreas.Events, CacheAreas.CustomerEvents);
        query.Field<EventType, Event>("event")
            .Description("One event; with a session, as its customer sees it. Null when there is none. Source: v6 getEvent.")
            .Argument<NonNullGraphType<StringGraphType>>("slug", "Part of the event's URL.")
            .PublicWhenAnonymousFor(EventMaxAge)
            .Reads(CacheAreas.Events, CacheAreas.CustomerEvents)
            .Answers(c => c.Request().EventAsync(c.GetSlug("slug")));
        query.Field<EventAccessType, EventAccess>("eventAccess")
            .Description("Whether a registration opens the door now, asked anew each time; null when there is no such registration. Source: v6 getEventAccess.")
            .Argument<NonNullGraphType<IdGraphType>>("registrationId", "The registration.")
            .Argument<StringGraphType>("guestRegistrationToken", "What a guest proves the registration by. A secret: send it as a variable of a POST.")
            .Private()
            .Answers(c => c.Request().EventAccessAsync(c.GetId("registrationId"), GuestToken(c)));
    }

    private static CustomerToken? GuestToken(IResolveFieldContext context) =>
        context.GetArgument<string?>("guestRegistrationToken") is not { Length: > 0 } text ? null
        : CustomerToken.TryParse(text, out var token) ? token
        : throw new BadInputError("guestRegistrationToken", "is not written like a token.");
}
