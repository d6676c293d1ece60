using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Quirks.Requests;

/// <summary>V20, V23, V24, V30 to V32, V37, V39 to V42: events, shop, gifts, surveys and contact.</summary>
internal static class OtherRequestQuirks
{
    public static readonly RequestQuirk[] All =
    [
        new(20, ["listCmsPosts"]) { Query = ["type", "categoryId", "sort", "order"] },
        new(23, ["createEventRegistration"])
        {
            Fields = ["eventSlug", "guestName", "sessionId", "data", "promotionCode", "creditsUsed"],
            Rewrite = form => Rename(form, ("eventSlug", "eventId"), ("guestName", "name")),
        },
        new(24, ["createEventRegistration"])
        {
            Rewrite = form => form.Customer is null || form.Headers.ContainsKey("Idempotency-Key")
                ? null
                : FieldError.Missing("Idempotency-Key"),
        },
        new(30, ["listProducts"]) { Query = ["category_slug", "category_id", "brand_slug", "collection_slug", "sort", "featured"] },
        new(30, ["listShopCategories"]) { Query = ["featured"] },
        new(30, ["listShippingMethods"]) { Query = ["order_amount"] },
        new(31, ["createOrder"]) { Rewrite = NumericShipping },
        new(32, ["createOrder"])
        {
            Fields =
            [
                "lineItems", "customerInfo", "shippingAddress", "acceptedOffers", "promotionCode", "creditsUsed", "successUrl",
                "cancelUrl", "email", "couponCode",
            ],
            Rewrite = Order,
        },
        new(37, ["listGiftOffers", "listGiftRedemptions"]) { Query = ["limit", "offset", "status"] },
        new(39, ["claimGift"]) { Fields = ["code"], Rewrite = form => Rename(form, ("code", "claimToken")) },
        new(40, ["submitSurveyResponse", "submitSurveyResponseByToken"])
        {
            Fields = ["scores", "respondentName", "respondentEmail", "status", "sessionId", "startedAt", "timeSpentSeconds"],
        },
        new(41, ["resolveStorefrontDomain"]) { Query = ["hostname"] },
        new(42, ["submitContact"])
        {
            Fields = ["subject"],
            Rewrite = form => form.Body.ContainsKey("email") ? null : FieldError.Missing("email"),
        },
    ];

    private static FieldError? NumericShipping(RequestForm form)
    {
        form.Body.ToText("shippingMethodId");
        return null;
    }

    private static FieldError? Order(RequestForm form)
    {
        NumericShipping(form);
        Rename(form, ("lineItems", "items"), ("customerInfo", "customer"));
        foreach (var line in form.Body["items"] is JsonArray items ? items.OfType<JsonObject>() : [])
        {
            line.Rename("variationId", "variantId");
        }

        return null;
    }

    private static FieldError? Rename(RequestForm form, params ReadOnlySpan<(string From, string To)> names)
    {
        foreach (var (from, to) in names)
        {
            form.Body.Rename(from, to);
        }

        return null;
    }
}
