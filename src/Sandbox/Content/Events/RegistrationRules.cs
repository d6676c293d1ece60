using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content.Events;

/// <summary>What may stand between a caller and a seat.</summary>
internal static class RegistrationRules
{
    /// <summary>Rules that no parallel request changes.</summary>
    public static Reply? CheckEvent(Call call, PublicEvent item, int quantity)
    {
        if (item.Seed.MembersOnly && call.Customer is null)
        {
            return Reply.Forbidden("Only signed-in customers may register for this event.");
        }

        if (quantity < 1 || quantity > item.PerOrder)
        {
            var details = new JsonObject { ["maxTicketsPerOrder"] = item.PerOrder };
            return Reply.Refused("QUANTITY_NOT_ALLOWED", $"One registration takes 1 to {item.PerOrder} tickets.", details);
        }

        return item.Status(call.Now) switch
        {
            "cancelled" => Reply.Conflict("EVENT_CANCELLED", "The event was called off."),
            "past" => Reply.Conflict("EVENT_ENDED", "The event is over."),
            _ => null,
        };
    }

    /// <summary>The date to register for: the one asked for beside the contract, else the next that can be booked.</summary>
    public static (Session? Found, Reply? Refusal) FindSession(Call call, PublicEvent item)
    {
        if (call.Text("sessionId") is { } id)
        {
            var chosen = item.Sessions.FirstOrDefault(s => s.Id == id);
            return chosen is null ? (null, Reply.NotFound("SESSION_NOT_FOUND", "No such date.")) : (chosen, null);
        }

        // Under a race the checks have passed before: take the same date although it may have filled up meanwhile.
        var next = item.NextBookable(call.Now) ?? item.Sessions.FirstOrDefault(s => s.Id is not null && !s.HasBegun(call.Now));
        return next is null ? (null, Reply.Conflict("EVENT_NOT_BOOKABLE", "No date of the event can be booked.")) : (next, null);
    }

    /// <summary>Rules that a parallel request can break.</summary>
    public static Reply? CheckSeats(Call call, PublicEvent item, Session session, Attendee attendee, int quantity)
    {
        if (session.HasBegun(call.Now))
        {
            return Reply.Conflict("EVENT_ENDED", "The date has begun.");
        }

        if (session.Remaining is { } left && left < quantity)
        {
            return Reply.Conflict("EVENT_FULL", "Not enough seats are left.", new JsonObject { ["remainingQuota"] = left });
        }

        var held = call.Tenant.Part(EventBook.Create).HeldBy(attendee, item);
        return item.Seed.PerMember is { } most && held + quantity > most
            ? Reply.Conflict("TICKET_LIMIT_REACHED", $"One customer may hold {most} tickets.", new JsonObject { ["held"] = held })
            : null;
    }
}
