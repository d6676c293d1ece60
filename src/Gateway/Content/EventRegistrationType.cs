using Bff.Contracts.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class EventRegistrationType : ObjectGraphType<EventRegistration>
{
    public EventRegistrationType()
    {
        Name = "EventRegistration";
        Description = "Receipt of a registration. It cannot be read again: keep it. Source: v6 createEventRegistration.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Registration id: what createEventPaymentIntent and eventAccess ask for. For a guest it works like a password.").Resolve(c => c.Source.Id);
        Field<StringGraphType>("eventSlug").Description("The event, when v6 names it.").Resolve(c => c.Source.EventSlug);
        Field<StringGraphType>("eventTitle").Description("Its title.").Resolve(c => c.Source.EventTitle);
        Field<NonNullGraphType<RegistrationStatusType>>("status").Description("State; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => OpenEnum<RegistrationStatus>.Of(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("State as v6 writes it.").Resolve(c => c.Source.Status);
        Field<DateTimeScalar>("registeredAt").Description("When it was made.").Resolve(c => c.Source.RegisteredAt);
        Field<MoneyType>("totalAmount").Description("Amount due, when v6 tells it.").Resolve(c => c.Source.TotalAmount);
        Field<NonNullGraphType<BooleanGraphType>>("paymentRequired").Description("It has to be paid: go on with createEventPaymentIntent.").Resolve(c => c.Source.PaymentRequired);
        Field<StringGraphType>("guestRegistrationToken")
            .Description("Short-lived secret by which a guest acts on this registration; null for customers. Never log or store it longer than the checkout.")
            .Resolve(c => c.Source.GuestToken?.Value);
    }
}

internal sealed class EventPaymentIntentType : ObjectGraphType<EventPaymentIntent>
{
    public EventPaymentIntentType()
    {
        Name = "EventPaymentIntent";
        Description = "What a payment form needs to collect the money (Stripe). Source: v6 createEventPaymentIntent.";
        Field<StringGraphType>("clientSecret").Description("Stripe client secret: never log or store it. Null when the method has a page of its own.").Resolve(c => c.Source.ClientSecret);
        Field<IdGraphType>("paymentIntentId").Description("Stripe payment intent id.").Resolve(c => c.Source.PaymentIntentId);
        Field<StringGraphType>("publishableKey").Description("Stripe publishable key; null when the merchant's set-up has none here.").Resolve(c => c.Source.PublishableKey);
        Field<StringGraphType>("stripeAccount").Description("Connected account to mount the form with.").Resolve(c => c.Source.StripeAccount);
        Field<UrlScalar>("paymentUrl").Description("Hosted payment page, when the chosen method uses one.").Resolve(c => c.Source.PaymentUrl);
    }
}

internal sealed class EventAccessType : ObjectGraphType<EventAccess>
{
    public EventAccessType()
    {
        Name = "EventAccess";
        Description = "Whether a registration opens the door, and how. A refusal is a normal answer with its reason. Source: v6 getEventAccess.";
        Field<NonNullGraphType<IdGraphType>>("registrationId").Description("The registration.").Resolve(c => c.Source.RegistrationId);
        Field<StringGraphType>("eventTitle").Description("Title of the event.").Resolve(c => c.Source.EventTitle);
        Field<NonNullGraphType<DeliveryModeType>>("deliveryMode").Description("Where it takes place; UNKNOWN for a way that this schema does not name.").Resolve(c => OpenEnum<DeliveryMode>.Of(c.Source.DeliveryMode));
        Field<NonNullGraphType<StringGraphType>>("deliveryModeText").Description("Where it takes place, as v6 writes it.").Resolve(c => c.Source.DeliveryMode);
        Field<NonNullGraphType<BooleanGraphType>>("canAccess").Description("Entry is granted now.").Resolve(c => c.Source.CanAccess);
        Field<UrlScalar>("accessUrl").Description("Link to join online. Secret: never log or store it.").Resolve(c => c.Source.AccessUrl);
        Field<StringGraphType>("accessInstructions").Description("How to get in.").Resolve(c => c.Source.AccessInstructions);
        Field<DateTimeScalar>("availableAt").Description("From when entry opens.").Resolve(c => c.Source.AvailableAt);
        Field<StringGraphType>("reason").Description("Why entry is refused, as v6 writes it; open set.").Resolve(c => c.Source.Reason);
    }
}
