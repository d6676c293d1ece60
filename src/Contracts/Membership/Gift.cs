using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Membership;

/// <summary>What a gift is, as offers and redemptions both show it. Source: v6 GiftOfferSummary.</summary>
/// <param name="Id">Offer id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">Text.</param>
/// <param name="Points">Points it costs.</param>
/// <param name="Stamps">Stamps it costs.</param>
/// <param name="Image">Picture, a URL.</param>
/// <param name="FaceAmount">Worth as an amount; null when it is a percentage or not said.</param>
/// <param name="FacePercent">Worth in percent; null when it is an amount or not said.</param>
/// <param name="TermsAndConditions">Terms; may hold HTML as the merchant wrote it.</param>
[GenerateSerializer, Immutable, Alias("bff.gift")]
public sealed record Gift(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Description,
    [property: Id(3)] decimal Points,
    [property: Id(4)] int Stamps,
    [property: Id(5)] string? Image,
    [property: Id(6)] Money? FaceAmount,
    [property: Id(7)] decimal? FacePercent,
    [property: Id(8)] string? TermsAndConditions);

/// <summary>A gift offer. Source: v6 GiftOffer.</summary>
/// <param name="Gift">What it is.</param>
/// <param name="ExpiryPeriod">Time a redemption stays good, as text; counted in <paramref name="ExpiryPeriodUnit"/>.</param>
/// <param name="ExpiryPeriodUnit">Unit of it; open set.</param>
/// <param name="MembershipTierId">Only for this tier; null means for everyone.</param>
/// <param name="Quota">Redemptions that the offer allows in all; null when v6 did not say.</param>
/// <param name="QuotaPerMember">Redemptions that one customer may have; null when v6 did not say.</param>
/// <param name="StartDate">Day from which it runs.</param>
/// <param name="EndDate">Day on which it ends.</param>
/// <param name="IsRedeemable">It can be redeemed now, by whoever asked.</param>
/// <param name="Status">State in upper case; open set.</param>
[GenerateSerializer, Immutable, Alias("bff.gift-offer")]
public sealed record GiftOffer(
    [property: Id(0)] Gift Gift,
    [property: Id(1)] string? ExpiryPeriod,
    [property: Id(2)] string? ExpiryPeriodUnit,
    [property: Id(3)] string? MembershipTierId,
    [property: Id(4)] int? Quota,
    [property: Id(5)] int? QuotaPerMember,
    [property: Id(6)] DateOnly? StartDate,
    [property: Id(7)] DateOnly? EndDate,
    [property: Id(8)] bool IsRedeemable,
    [property: Id(9)] string Status);

/// <summary>A gift that a customer holds. Source: v6 GiftRedemption.</summary>
/// <param name="Id">Redemption id.</param>
/// <param name="Status">State in upper case; open set.</param>
/// <param name="CouponCode">Code to present, a secret of the customer; means something once the state is <c>FULFILLED</c>.</param>
/// <param name="Points">Points it cost.</param>
/// <param name="RedeemedOn">Day it was redeemed.</param>
/// <param name="ExpiresOn">Last day on which it is good.</param>
/// <param name="FulfilledAt">When it was fulfilled.</param>
/// <param name="FulfillmentMethod">How; open set.</param>
/// <param name="Remarks">Note.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Gift">Offer it came from; null once that is gone.</param>
[GenerateSerializer, Immutable, Alias("bff.gift-redemption")]
public sealed record GiftRedemption(
    [property: Id(0)] string Id,
    [property: Id(1)] string Status,
    [property: Id(2)] string? CouponCode,
    [property: Id(3)] decimal Points,
    [property: Id(4)] DateOnly? RedeemedOn,
    [property: Id(5)] DateOnly? ExpiresOn,
    [property: Id(6)] DateTimeOffset? FulfilledAt,
    [property: Id(7)] string? FulfillmentMethod,
    [property: Id(8)] string? Remarks,
    [property: Id(9)] DateTimeOffset? CreatedAt,
    [property: Id(10)] Gift? Gift)
{
    /// <summary>Names the type only: the coupon must not reach a log.</summary>
    public override string ToString() => nameof(GiftRedemption);
}

/// <summary>Asks to spend points or stamps on an offer. Source: v6 redeemGiftOffer.</summary>
/// <param name="Caller">The customer.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Quantity">How many; null for one.</param>
[GenerateSerializer, Immutable, Alias("bff.redeem-gift-request")]
public sealed record RedeemGiftRequest([property: Id(0)] Caller Caller, [property: Id(1)] EntityId Offer, [property: Id(2)] int? Quantity)
{
    /// <summary>Names this try, as to its receipt; empty from gateways of an older version.</summary>
    [Id(3)]
    public Guid Attempt { get; init; }
}

/// <summary>Asks for a gift, by the secret of a link or as a customer. Source: v6 claimGift.</summary>
/// <param name="Caller">Who claims.</param>
/// <param name="ClaimToken">Secret of a link or mailing; works without signing in.</param>
/// <param name="Offer">Offer to claim as a customer.</param>
[GenerateSerializer, Immutable, Alias("bff.claim-gift-request")]
public sealed record ClaimGiftRequest([property: Id(0)] Caller Caller, [property: Id(1)] string? ClaimToken, [property: Id(2)] EntityId? Offer)
{
    /// <summary>Names this try, as to its receipt; empty from gateways of an older version.</summary>
    [Id(3)]
    public Guid Attempt { get; init; }

    /// <summary>Names the type only: the claim token is a secret.</summary>
    public override string ToString() => nameof(ClaimGiftRequest);
}
