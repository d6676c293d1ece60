using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Membership;

/// <summary>Offers and redemptions in the contract's form.</summary>
internal static class GiftJson
{
    public static JsonObject Offer(Call call, OfferSeed offer)
    {
        var json = Summary(call, offer);
        json["expiryPeriod"] = offer.GoodForDays?.ToString(CultureInfo.InvariantCulture);
        json["expiryPeriodUnit"] = offer.GoodForDays is null ? null : "days";
        json["membershipTierId"] = offer.TierId;
        json["quota"] = offer.Quota;
        json["quotaPerMember"] = offer.QuotaPerMember;
        json["startDate"] = Day(call, offer.StartsInDays);
        json["endDate"] = Day(call, offer.EndsInDays);
        json["isRedeemable"] = call.Customer is { } member && GiftRules.Refuse(call, offer, member, 1, pays: true) is null;
        json["status"] = "active";
        return json;
    }

    public static JsonObject Redemption(Call call, Redemption redemption)
    {
        var isOver = redemption.Expires is { } last && call.Today > last;
        var fulfilled = redemption.CouponCode is not null;
        return new JsonObject
        {
            ["id"] = redemption.Id,
            ["status"] = isOver ? "EXPIRED" : fulfilled ? "FULFILLED" : "VALID",
            ["couponCode"] = redemption.CouponCode,
            ["points"] = redemption.Points,
            ["redemptionDate"] = LocalDatePattern.Iso.Format(redemption.Day),
            ["expiresAt"] = redemption.Expires is { } day ? LocalDatePattern.Iso.Format(day) : null,
            ["fulfilledAt"] = fulfilled ? InstantPattern.ExtendedIso.Format(redemption.At) : null,
            ["fulfillmentMethod"] = fulfilled ? "coupon" : null,
            ["remarks"] = null,
            ["createdAt"] = InstantPattern.ExtendedIso.Format(redemption.At),
            ["giftOffer"] = Summary(call, redemption.Offer),
        };
    }

    private static JsonObject Summary(Call call, OfferSeed offer) => new()
    {
        ["id"] = offer.Id,
        ["name"] = offer.Name,
        ["description"] = offer.Description,
        ["points"] = offer.Points,
        ["stamps"] = offer.Stamps,
        ["image"] = $"https://images.example/{call.Tenant.Data.Name}/{offer.Id}.jpg",
        ["faceValue"] = offer.FaceValue,
        ["faceValueType"] = offer.FaceValueType,
        ["termsAndConditions"] = offer.Terms,
    };

    private static string? Day(Call call, int? days) =>
        days is null ? null : LocalDatePattern.Iso.Format(GiftRules.Day(call, days, LocalDate.MinIsoValue));
}
