using System.Text.Json.Nodes;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V22, V25, V26: events and registrations.</summary>
internal static class EventAnswers
{
    public static readonly AnswerQuirk[] All =
    [
        AnswerQuirk.OfEach(22, ["listEvents", "getEvent"], OldEvent),
        AnswerQuirk.OfEach(25, ["createEventRegistration"], OldRegistration),
        AnswerQuirk.OfEach(26, ["createEventPaymentIntent"], intent => intent.Remove("publishableKey")),
    ];

    private static void OldEvent(JsonObject occasion)
    {
        occasion.Rename("image", "imageUrl");
        occasion.Rename("venue", "location");
        occasion.Rename("introduction", "description");
        occasion.Remove("publicPresentation");

        // Wrong on purpose: a server was seen to say this while a later date was open.
        occasion["status"] = "PAST";
    }

    private static void OldRegistration(JsonObject registration, AnswerContext context)
    {
        registration["id"] = context.Tenant!.Part(NumericIds.Create).NumberOf((string)registration["id"]!);
        registration.ToText("totalAmount");
        registration.Rename("registeredAt", "createdAt");
    }
}
