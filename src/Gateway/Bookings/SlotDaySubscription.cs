using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using Bff.Gateway.Live;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

/// <summary>One event of <c>slotDayChanged</c>.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Day">The slots as they are now.</param>
/// <param name="Changed">Those that have changed; empty when all are to be taken anew.</param>
internal sealed record SlotDayEvent(int Version, SlotDay Day, ImmutableArray<Slot> Changed)
{
    /// <summary>All are to be taken anew.</summary>
    public bool IsSnapshot => Changed.IsEmpty;
}

internal sealed class SlotDayEventType : ObjectGraphType<SlotDayEvent>
{
    public SlotDayEventType()
    {
        Name = "SlotDayChange";
        Description = "The slots of a day, or what has changed of them. Source: v6 listServiceSlots and the bookings made here.";
        Field<NonNullGraphType<IntGraphType>>("version")
            .Description("One more than that of the event before, unless a snapshot comes: then count on from its version.")
            .Resolve(c => c.Source.Version);
        Field<SlotDayType>("snapshot")
            .Description("All slots of the day: forget those from before. The first event has it, and any that cannot follow the one before; null in a change.")
            .Resolve(c => c.Source.IsSnapshot ? c.Source.Day : null);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SlotType>>>>("slots")
            .Description("The slots that have changed, as they are now: each takes the place of the one with the same startsAt, endsAt, staffId and resourceId. Empty in a snapshot.")
            .Resolve(c => c.Source.Changed);
        Field<NonNullGraphType<DateTimeScalar>>("asOf").Description("When v6 was asked last; bookings made here since then are in it.").Resolve(c => c.Source.Day.AsOf);
    }
}

/// <summary>What can be watched without signing in.</summary>
internal static class SlotDaySubscription
{
    public static void AddSlotDayChanged(this ObjectGraphType subscription) => subscription
        .Field<NonNullGraphType<SlotDayEventType>, SlotDayEvent>("slotDayChanged")
        .Description(
            "Tells the slots of a service on a day, then each change: bookings made here at once, anything else within seconds. However many watch, v6 is asked once per interval. Source: v6 listServiceSlots.")
        .Argument<NonNullGraphType<IdGraphType>>("serviceId", "Service id; one that v6 does not know ends the subscription with NOT_FOUND.")
        .Argument<NonNullGraphType<LocalDateScalar>>("date", "Day on the company's calendar.")
        .Private()
        .Watches(context => WatchAsync(context.Request(), context.GetId("serviceId"), context.GetArgument<DateOnly>("date"), context.CancellationToken));

    private static async IAsyncEnumerable<SlotDayEvent> WatchAsync(
        GraphContext request, EntityId service, DateOnly day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var owner = request.Grains.GetGrain<ISlotDayGrain>(new SlotDayKey(request.Tenant, service, day).ToString());
        await foreach (var happened in request.Services.GetRequiredService<LiveFeeds>().WatchAsync(owner, request.Tenant, cancellationToken))
        {
            if (happened.Value is SlotDayLive told)
            {
                yield return new SlotDayEvent((int)happened.Position.Version, told.Day, happened.IsNext ? told.Changed : []);
            }
        }
    }
}
