using Bff.Contracts.Auth;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>Seats at an event, in the contract's own form (notes V23). Source: v6 EventRegistrationRequest.</summary>
/// <remarks>
/// <c>EventId</c>: Event, by id or by slug.
/// <c>Quantity</c>: Seats wanted.
/// </remarks>
internal sealed record V6EventRegistrationRequest(string EventId, string Name, string? Email, string? Phone, int? Quantity) : V6Private;

/// <summary>How a registration will be paid. Source: v6 EventPaymentIntentRequest.</summary>
internal sealed record V6EventPaymentRequest(string? PaymentMethodId, string? ReturnUrl) : V6Private;

/// <summary>Receipt of a registration. Source: v6 EventRegistration.</summary>
/// <remarks>
/// <c>Id</c>: Registration id; works like a password for guests.
/// <c>Status</c>: State as v6 writes it; open set.
/// <c>GuestToken</c>: Secret that lets a guest act on this registration (notes Q8).
/// </remarks>
internal sealed record V6EventRegistration(
    string Id,
    string? EventSlug,
    string? EventTitle,
    string Status,
    DateTimeOffset? RegisteredAt,
    decimal? TotalAmount,
    string? Currency,
    bool PaymentRequired,
    CustomerToken? GuestToken) : V6Private
{
    /// <summary>Reads either form (notes V25); without its id it is unusable.</summary>
    public static V6EventRegistration? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Key("eventSlug"),
        json.Text("eventTitle"),
        json.Text("status") ?? "",
        json.Moment("registeredAt", "createdAt"),
        json.Decimal("totalAmount"),
        json.Key("currency"),
        json.Flag("paymentRequired") ?? false,
        CustomerToken.TryParse(json.Text("guestRegistrationToken"), out var token) ? token : null);
}

/// <summary>What a payment form needs; secrets. Source: v6 EventPaymentIntent.</summary>
/// <remarks>
/// <c>PublishableKey</c>: Key of the payment provider; missing for some set-ups (notes V26).
/// <c>PaymentUrl</c>: Payment page, when the chosen method has one.
/// </remarks>
internal sealed record V6EventPaymentIntent(
    string? ClientSecret, string? PaymentIntentId, string? PublishableKey, string? StripeAccount, string? PaymentUrl) : V6Private
{
    /// <summary>Reads an intent; without a secret and without a page nobody can pay, and it is unusable.</summary>
    public static V6EventPaymentIntent? Read(V6Json json) =>
        json.Key("clientSecret") is var secret && json.Key("paymentUrl") is var url && (secret ?? url) is null ? null : new(
            secret, json.Key("paymentIntentId"), json.Key("publishableKey"), json.Key("stripeAccount"), url);
}

/// <summary>Whether a registration opens the door; the link is a secret. Source: v6 EventAccess.</summary>
/// <remarks>
/// <c>Reason</c>: Why entry is refused, as v6 writes it; open set.
/// </remarks>
internal sealed record V6EventAccess(
    string? RegistrationId,
    string? EventTitle,
    string DeliveryMode,
    bool CanAccess,
    string? AccessUrl,
    string? AccessInstructions,
    DateTimeOffset? AvailableAt,
    string? Reason) : V6Private
{
    /// <summary>Reads an answer; without a yes or no it is unusable.</summary>
    public static V6EventAccess? Read(V6Json json) => json.Flag("canAccess") is not { } canAccess ? null : new(
        json.Key("registrationId"),
        json.Text("eventTitle"),
        json.Key("deliveryMode") ?? "in_person",
        canAccess,
        json.Key("accessUrl"),
        json.Text("accessInstructions"),
        json.Moment("availableAt"),
        json.Text("reason"));
}
