using Bff.Contracts.Answers;
using Bff.Contracts.Membership;
using Bff.Upstream.Membership;

namespace Bff.Grains.Membership;

/// <summary>Where the oddities of v6's tiers and gifts stop. They come without a currency: it is the tenant's.</summary>
internal sealed class MembershipMapping(string currency)
{
    public MembershipTier ToTier(V6Tier tier) => new(
        tier.Id,
        tier.Name,
        tier.Description,
        new Money(tier.Price, currency),
        tier.ValidPeriodValue,
        tier.ValidPeriodUnit,
        tier.Discount,
        tier.Benefits,
        tier.IsPopular,
        tier.SortOrder);

    public GiftOffer ToOffer(V6GiftOffer offer) => new(
        ToGift(offer.Gift),
        offer.ExpiryPeriod,
        offer.ExpiryPeriodUnit,
        offer.MembershipTierId,
        offer.Quota,
        offer.QuotaPerMember,
        offer.StartDate,
        offer.EndDate,
        offer.IsRedeemable,
        offer.Status);

    public GiftRedemption ToRedemption(V6GiftRedemption redemption) => new(
        redemption.Id,
        redemption.Status,
        redemption.CouponCode,
        redemption.Points,
        redemption.RedeemedOn,
        redemption.ExpiresOn,
        redemption.FulfilledAt,
        redemption.FulfillmentMethod,
        redemption.Remarks,
        redemption.CreatedAt,
        redemption.Gift is { } gift ? ToGift(gift) : null);

    private Gift ToGift(V6Gift gift) => new(
        gift.Id,
        gift.Name,
        gift.Description,
        gift.Points,
        gift.Stamps,
        gift.Image,
        gift is { FaceValue: { } amount, FaceValueType: "AMOUNT" } ? new Money(amount, currency) : null,
        gift.FaceValueType is "PERCENTAGE" ? gift.FaceValue : null,
        gift.TermsAndConditions);
}
