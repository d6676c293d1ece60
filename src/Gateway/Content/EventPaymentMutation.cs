using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Content;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

/// <summary>Input of <c>createEventPaymentIntent</c>: the v6 request fields by the same names, and what a guest proves the registration by.</summary>
internal sealed record CreateEventPaymentIntentInput(
    string Id, string? PaymentMethodId, string? ReturnUrl, string? GuestRegistrationToken, string? IdempotencyKey) : IIdempotentInput;

internal static class EventPaymentMutation
{
    public static void AddEventPayment(this ObjectGraphType mutation) => mutation
        .AddMutation<CreateEventPaymentIntentInput, EventPaymentIntent>(
            "createEventPaymentIntent",
            "Begins to pay for a registration; payment itself happens at the payment provider. Never sent twice. Source: v6 createEventPaymentIntent.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<IdGraphType>>("id").Description("The registration.");
            input.Field<IdGraphType>("paymentMethodId").Description("Chosen way to pay.");
            input.Field<UrlScalar>("returnUrl").Description("Where a hosted payment page sends the customer afterwards.");
            input.Field<StringGraphType>("guestRegistrationToken").Description("What a guest proves the registration by. A secret: send it as a variable.");
        })
        .Result<EventPaymentIntentType>("paymentIntent", "What the payment form needs. Holds secrets: never log or store it.", intent => intent)
        .Resolve(RunAsync);

    private static async ValueTask<MutationResult<EventPaymentIntent>> RunAsync(CreateEventPaymentIntentInput input, GraphContext request)
    {
        var check = new InputCheck();
        var registration = check.Id("id", input.Id);
        var method = check.OptionalId("paymentMethodId", input.PaymentMethodId);
        CustomerToken? guest = CustomerToken.TryParse(input.GuestRegistrationToken, out var token) ? token : null;
        check.Require(guest is not null || string.IsNullOrEmpty(input.GuestRegistrationToken), "guestRegistrationToken", "is not written like a token.");
        return check.HasErrors
            ? check.Failed<EventPaymentIntent>()
            : await request.EventCatalog().PayAsync(
                new EventPaymentRequest(await request.CallerAsync(), registration, method, input.ReturnUrl, guest));
    }
}
