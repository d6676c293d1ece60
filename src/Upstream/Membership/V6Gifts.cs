using Bff.Upstream.Json;

namespace Bff.Upstream.Membership;

/// <summary>What a gift is, as offers and redemptions both show it. Source: v6 GiftOfferSummary.</summary>
/// <remarks>
/// <c>Points</c>: Points it costs; missing counts as 0 (notes V38).
/// <c>Stamps</c>: Stamps it costs; missing counts as 0.
/// <c>FaceValue</c>: Worth, in percent or in major currency units as <c>FaceValueType</c> says.
/// <c>FaceValueType</c>: <c>PERCENTAGE</c> or <c>AMOUNT</c>, upper case.
/// </remarks>
internal sealed record V6Gift(
    string Id,
    string Name,
    string? Description,
    decimal Points,
    int Stamps,
    string? Image,
    decimal? FaceValue,
    string? FaceValueType,
    string? TermsAndConditions)
{
    /// <summary>Reads a gift; without its id it is unusable.</summary>
    public static V6Gift? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("name") ?? "",
        json.Text("description"),
        json.Decimal("points") ?? 0,
        json.Int("stamps") ?? 0,
        json.Text("image"),
        json.Decimal("faceValue"),
        json.Key("faceValueType")?.ToUpperInvariant(),
        json.Text("termsAndConditions"));
}

/// <summary>A gift offer. Source: v6 GiftOffer.</summary>
/// <remarks>
/// <c>Gift</c>: What it is.
/// <c>ExpiryPeriod</c>: Time a redemption stays good, as text; counted in <c>ExpiryPeriodUnit</c>.
/// <c>Quota</c>: Redemptions in all; null when v6 did not say.
/// <c>Status</c>: State in upper case (notes V38); open set.
/// </remarks>
internal sealed record V6GiftOffer(
    V6Gift Gift,
    string? ExpiryPeriod,
    string? ExpiryPeriodUnit,
    string? MembershipTierId,
    int? Quota,
    int? QuotaPerMember,
    DateOnly? StartDate,
    DateOnly? EndDate,
    bool IsRedeemable,
    string Status)
{
    /// <summary>Reads an offer; unusable where its gift is.</summary>
    public static V6GiftOffer? Read(V6Json json) => V6Gift.Read(json) is not { } gift ? null : new(
        gift,
        json.Text("expiryPeriod"),
        json.Text("expiryPeriodUnit"),
        json.Key("membershipTierId"),
        json.Int("quota"),
        json.Int("quotaPerMember"),
        json.Day("startDate"),
        json.Day("endDate"),
        json.Flag("isRedeemable") ?? false,
        json.Text("status")?.ToUpperInvariant() ?? "");
}

/// <summary>A gift that a customer holds; its coupon code is a secret. Source: v6 GiftRedemption.</summary>
/// <remarks>
/// <c>Status</c>: State in upper case (notes V38); open set.
/// <c>CouponCode</c>: Code to present; means something once the state is <c>FULFILLED</c>.
/// <c>ExpiresOn</c>: Last day on which it is good.
/// </remarks>
internal sealed record V6GiftRedemption(
    string Id,
    string Status,
    string? CouponCode,
    decimal Points,
    DateOnly? RedeemedOn,
    DateOnly? ExpiresOn,
    DateTimeOffset? FulfilledAt,
    string? FulfillmentMethod,
    string? Remarks,
    DateTimeOffset? CreatedAt,
    V6Gift? Gift) : V6Private
{
    /// <summary>Reads a redemption; without its id it is unusable.</summary>
    public static V6GiftRedemption? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("status")?.ToUpperInvariant() ?? "",
        json.Key("couponCode"),
        json.Decimal("points") ?? 0,
        json.Day("redemptionDate"),
        json.Day("expiresAt"),
        json.Moment("fulfilledAt"),
        json.Text("fulfillmentMethod"),
        json.Text("remarks"),
        json.Moment("createdAt"),
        json.One("giftOffer", V6Gift.Read));
}

/// <summary>How many to redeem. Source: v6 RedeemGiftRequest.</summary>
internal sealed record V6RedeemRequest(int? Quantity);

/// <summary>What to claim: one of the two (notes V39). Source: v6 ClaimGiftRequest.</summary>
internal sealed record V6ClaimRequest(string? ClaimToken, string? OfferId) : V6Private;
