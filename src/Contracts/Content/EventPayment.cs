using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Content;

/// <summary>Asks to pay for a registration. Source: v6 createEventPaymentIntent.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="Registration">The registration.</param>
/// <param name="PaymentMethod">Chosen way to pay.</param>
/// <param name="ReturnUrl">Where a hosted payment page sends the customer afterwards, an absolute URL.</param>
/// <param name="GuestToken">What a guest proves the registration by: it goes to v6 in place of a customer's token (notes Q8).</param>
[GenerateSerializer, Immutable, Alias("bff.event-payment-request")]
public sealed record EventPaymentRequest(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] EntityId Registration,
    [property: Id(2)] EntityId? PaymentMethod,
    [property: Id(3)] string? ReturnUrl,
    [property: Id(4)] CustomerToken? GuestToken)
{
    /// <summary>Names the type only: an id may open a registration (notes Q19).</summary>
    public override string ToString() => nameof(EventPaymentRequest);
}

/// <summary>What a payment form needs to collect the money. Secret, never kept. Source: v6 EventPaymentIntent.</summary>
/// <param name="ClientSecret">Stripe client secret; null when the method has a page of its own.</param>
/// <param name="PaymentIntentId">Stripe payment intent id, likewise.</param>
/// <param name="PublishableKey">Stripe publishable key; null when the merchant's set-up has none here.</param>
/// <param name="StripeAccount">Connected account to mount the form with.</param>
/// <param name="PaymentUrl">Hosted payment page, when the chosen method uses one.</param>
[GenerateSerializer, Immutable, Alias("bff.event-payment-intent")]
public sealed record EventPaymentIntent(
    [property: Id(0)] string? ClientSecret,
    [property: Id(1)] string? PaymentIntentId,
    [property: Id(2)] string? PublishableKey,
    [property: Id(3)] string? StripeAccount,
    [property: Id(4)] string? PaymentUrl)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(EventPaymentIntent);
}
