using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content.Events;

/// <summary>Events: reading, registering, paying, entering.</summary>
internal static class EventOperations
{
    private static readonly BodyShape RegistrationBody = new(
        new Field("eventId") { Required = true },
        new Field("name") { Required = true },
        new Field("email", FieldKind.Email),
        new Field("phone"),
        new Field("quantity", FieldKind.Integer));

    private static readonly BodyShape PaymentBody =
        new(new Field("paymentMethodId"), new Field("returnUrl", FieldKind.Uri)) { Required = false };

    public static readonly Operation[] All =
    [
        Operation.Get("listEvents", "/events", Access.Optional, EventReads.List) with
        {
            Keep = Keep.Tenant, Query = QueryShape.SearchAndPaging,
        },
        Operation.Get("getEvent", "/events/{slug}", Access.Optional, EventReads.Get) with { Keep = Keep.Tenant },
        Operation.Post("createEventRegistration", "/event-registrations", Access.Optional, CreateEventRegistration.Handle) with
        {
            Body = RegistrationBody,
        },
        Operation.Post("createEventPaymentIntent", "/event-registrations/{id}/payment-intent", Access.Optional, EventPayment.Handle) with
        {
            Body = PaymentBody, TakesGuestToken = true, SecretPath = true,
        },
        Operation.Get("getEventAccess", "/event-registrations/{id}/access", Access.Optional, EventAccess.Handle) with
        {
            TakesGuestToken = true, SecretPath = true,
        },
    ];
}
