using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;

namespace Bff.Sandbox.Content.Events;

/// <summary>getEventAccess: the door opens half an hour before the start, for those who have paid. A refusal is an answer.</summary>
internal static class EventAccess
{
    private static readonly Duration DoorsOpenBefore = Duration.FromMinutes(30);

    public static Reply Handle(Call call)
    {
        var (registration, refusal) = RegistrationOwner.Open(call);
        return registration is null ? refusal! : Reply.Ok(Describe(registration, call.Now));
    }

    private static JsonObject Describe(Registration registration, Instant now)
    {
        var item = registration.Event;
        var reason = Reason(registration, now);
        var isOpen = reason is null;
        return new JsonObject
        {
            ["registrationId"] = registration.Id,
            ["eventTitle"] = item.Seed.Title,
            ["deliveryMode"] = item.Mode,
            ["canAccess"] = isOpen,
            ["accessUrl"] = isOpen && item.Mode != PublicEvent.InPerson ? item.Seed.AccessUrl : null,
            ["accessInstructions"] = isOpen ? item.Seed.AccessInstructions : null,
            ["availableAt"] = EventJson.Moment(registration.Session.Start - DoorsOpenBefore),
            ["reason"] = reason,
        };
    }

    private static string? Reason(Registration registration, Instant now)
    {
        if (registration.Event.Seed.Cancelled)
        {
            return "event_cancelled";
        }

        return registration.Status(now) == "pending" ? "payment_pending"
            : registration.Session.IsOver(now) ? "event_ended"
            : now < registration.Session.Start - DoorsOpenBefore ? "not_yet_open"
            : null;
    }
}
