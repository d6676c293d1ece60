using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Content.Events;

/// <summary>Events in the contract's form. What the sample data leaves out stays out where the contract allows it.</summary>
internal static class EventJson
{
    public static JsonObject Describe(PublicEvent item, Call call)
    {
        var seed = item.Seed;
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["slug"] = seed.Slug,
            ["title"] = seed.Title,
            ["introduction"] = seed.Introduction,
            ["content"] = seed.Content,
            ["currency"] = call.Tenant.Profile.Currency,
            ["status"] = item.Status(call.Now),
            ["venue"] = seed.Venue,
            ["venueAddress"] = seed.VenueAddress,
            ["image"] = $"https://images.example/{call.Tenant.Data.Name}/events/{seed.Slug}.jpg",
            ["quota"] = Quota(item),
            ["showRemainingQuota"] = seed.ShowsSeats,
            ["maxTicketsPerMember"] = seed.PerMember,
            ["dates"] = Reply.Array(item.Sessions.Select(session => Describe(session, item, call))),
        };
        AddPrices(json, item, call);
        AddOptional(json, seed);
        return json;
    }

    public static string Moment(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static void AddPrices(JsonObject json, PublicEvent item, Call call)
    {
        var price = EventPrice.Of(item, call);
        json["price"] = price.Amount;
        json["pricingSource"] = price.Source;
        json["regularPrice"] = item.Seed.Price;
        json["discountedPrice"] = item.Seed.DiscountedPrice;
        json["earlyBirdPrice"] = item.Seed.EarlyBirdPrice;
        json["earlyBirdEndsAt"] = item.EarlyBirdEnds is { } ends ? Moment(ends) : null;
    }

    private static void AddOptional(JsonObject json, EventSeed seed)
    {
        if (seed.PerOrder is { } most)
        {
            json["maxTicketsPerOrder"] = most;
        }

        if (seed.Mode is { } mode)
        {
            json["deliveryMode"] = mode;
        }

        if (seed.Presentation is { } presentation)
        {
            json["publicPresentation"] = presentation.DeepClone();
        }
    }

    private static JsonObject Describe(Session session, PublicEvent item, Call call)
    {
        var json = new JsonObject();
        if (session.Id is { } id)
        {
            json["id"] = id;
        }

        var isOpen = session.CanBeBooked(call.Now) && !item.Seed.Cancelled && (!item.Seed.MembersOnly || call.Customer is not null);
        json["startTime"] = Moment(session.Start);
        json["endTime"] = session.End is { } end ? Moment(end) : null;
        json["allDay"] = session.Seed.AllDay;
        json["remainingQuota"] = item.Seed.ShowsSeats ? session.Remaining : null;
        json["isExpired"] = session.IsOver(call.Now);
        json["isFull"] = session.IsFull;
        json["available"] = isOpen;
        return json;
    }

    private static string? Quota(PublicEvent item) => item.Sessions.Any(s => s.Seed.Quota is null)
        ? null
        : item.Sessions.Sum(s => s.Seed.Quota!.Value).ToString(CultureInfo.InvariantCulture);
}
