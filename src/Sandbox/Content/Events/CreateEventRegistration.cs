using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Content.Events;

/// <summary>createEventRegistration: takes seats at once, paid or not. The only operation that knows an Idempotency-Key.</summary>
internal static class CreateEventRegistration
{
    private const string KeyHeader = "Idempotency-Key";

    public static Reply Handle(Call call)
    {
        var key = call.Headers[KeyHeader].ToString();
        if (call.Checks && key.Length > 0 && Answered(call, key) is { } answered)
        {
            return answered;
        }

        if (Book(call).Find(call.Text("eventId")!) is not { } item)
        {
            return Reply.NotFound("EVENT_NOT_FOUND", "No such event.");
        }

        var quantity = call.Number("quantity") ?? 1;
        if (RegistrationRules.CheckEvent(call, item, quantity) is { } refusal)
        {
            return refusal;
        }

        var (session, notFound) = RegistrationRules.FindSession(call, item);
        return session is null ? notFound! : Register(call, item, session, quantity, key);
    }

    private static Reply Register(Call call, PublicEvent item, Session session, int quantity, string key)
    {
        var attendee = new Attendee(call.Customer?.Uuid, call.Text("name")!, call.Text("email"), call.Text("phone"));
        if (call.Checks && RegistrationRules.CheckSeats(call, item, session, attendee, quantity) is { } refusal)
        {
            return refusal;
        }

        return call.Commit(() =>
        {
            var data = Receipt(call, Insert(call, item, session, attendee, quantity));
            if (key.Length > 0)
            {
                Book(call).Answers.Keep(Actor(call), key, Fingerprint(call), data);
            }

            return Reply.Created(data);
        });
    }

    private static Reply? Answered(Call call, string key)
    {
        if (Book(call).Answers.Find(Actor(call), key) is not { } earlier)
        {
            return null;
        }

        return earlier.Body == Fingerprint(call)
            ? Reply.Created(earlier.Data.DeepClone())
            : Reply.Refused("IDEMPOTENCY_KEY_REUSED", "The key was used for another request.");
    }

    private static Registration Insert(Call call, PublicEvent item, Session session, Attendee attendee, int quantity)
    {
        var book = Book(call);
        var registration = new Registration
        {
            Id = OpaqueId.Of(call.Tenant, "reg", book.Registrations.Count + 1),
            Event = item,
            Session = session,
            Attendee = attendee,
            Quantity = quantity,
            Total = EventPrice.Of(item, call).Amount * quantity,
            CreatedAt = call.Now,
        };
        book.Add(registration);
        return registration;
    }

    private static JsonObject Receipt(Call call, Registration made)
    {
        var json = new JsonObject
        {
            ["id"] = made.Id,
            ["eventSlug"] = made.Event.Seed.Slug,
            ["eventTitle"] = made.Event.Seed.Title,
            ["status"] = made.Status(call.Now),
            ["registeredAt"] = EventJson.Moment(made.CreatedAt),
            ["totalAmount"] = made.Total,
            ["currency"] = call.Tenant.Profile.Currency,
            ["paymentRequired"] = made.MustBePaid,
        };
        if (call.Customer is null)
        {
            json["guestRegistrationToken"] = call.World.Tokens.Issue(call.Tenant.Id, made.GuestSubject);
        }

        return json;
    }

    private static EventBook Book(Call call) => call.Tenant.Part(EventBook.Create);

    private static string Actor(Call call) => call.Customer?.Uuid ?? "";

    private static string Fingerprint(Call call) => call.Body.ToJsonString();
}
