using Bff.Contracts.Answers;
using Bff.Contracts.Content;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>Input of <c>createEventRegistration</c>: the v6 request fields by the same names.</summary>
internal sealed record CreateEventRegistrationInput(string EventId, string Name, string? Email, string? Phone, int? Quantity, string? IdempotencyKey)
    : IIdempotentInput;

internal static class EventRegistrationMutation
{
    // v6 knows the event's own limit; this one only keeps nonsense away from it.
    private const int MaxQuantity = 1_000;

    public static void AddEventRegistration(this ObjectGraphType mutation) => mutation
        .AddMutation<CreateEventRegistrationInput, EventRegistration>(
            "createEventRegistration",
            "Takes seats at an event, as the session's customer or as a guest. v6 picks the session of the event by itself. Never sent twice; "
            + "sent again with the same idempotencyKey and the same input, v6 recognises it. Source: v6 createEventRegistration.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<IdGraphType>>("eventId").Description("The event, by id or by slug.");
            input.Field<NonNullGraphType<StringGraphType>>("name").Description($"Who attends, at most {PersonChecks.MaxNameLength} characters.");
            input.Field<EmailAddressScalar>("email").Description("Their e-mail address.");
            input.Field<PhoneNumberScalar>("phone").Description("Their phone.");
            input.Field<IntGraphType>("quantity").Description($"Seats wanted, 1 to {MaxQuantity}; v6 takes 1 when left out.");
        })
        .Result<EventRegistrationType>("registration", "The registration. It cannot be read again: keep it.", registration => registration)
        .RecognisedByV6()
        .Resolve(RunAsync);

    private static async ValueTask<MutationResult<EventRegistration>> RunAsync(CreateEventRegistrationInput input, GraphContext request)
    {
        var check = new InputCheck();
        var source = check.Slug("eventId", input.EventId);
        var name = check.Name("name", input.Name);
        check.Require(input.Quantity is null or (>= 1 and <= MaxQuantity), "quantity", $"must be from 1 to {MaxQuantity}.");
        if (check.HasErrors)
        {
            return check.Failed<EventRegistration>();
        }

        var caller = await request.CallerAsync();
        var attempt = AttemptIds.For(caller, input.IdempotencyKey, "createEventRegistration", input.EventId, name, input.Email, input.Phone, input.Quantity);
        return await request.EventCatalog().RegisterAsync(
            new EventRegistrationRequest(caller, source, name, input.Email, input.Phone, input.Quantity, attempt));
    }
}
