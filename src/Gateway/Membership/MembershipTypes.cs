using Bff.Contracts.Membership;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Membership;

internal sealed class MembershipTierType : ObjectGraphType<MembershipTier>
{
    public MembershipTierType()
    {
        Name = "MembershipTier";
        Description = "Tier that anyone can see. Source: v6 listMembershipTiers.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Tier id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
        Field<NonNullGraphType<MoneyType>>("price").Description("Price per period; 0 means free.").Resolve(c => c.Source.Price);
        Field<NonNullGraphType<IntGraphType>>("validPeriodValue").Description("Length of a period, counted in validPeriodUnit.").Resolve(c => c.Source.ValidPeriodValue);
        Field<NonNullGraphType<StringGraphType>>("validPeriodUnit").Description("MONTHS or YEARS; open set.").Resolve(c => c.Source.ValidPeriodUnit);
        Field<NonNullGraphType<DecimalScalar>>("discount").Description("Discount that the tier gives, in percent.").Resolve(c => c.Source.Discount);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("benefits").Description("Benefits as text.").Resolve(c => c.Source.Benefits);
        Field<NonNullGraphType<BooleanGraphType>>("isPopular").Description("Highlight it.").Resolve(c => c.Source.IsPopular);
        Field<NonNullGraphType<IntGraphType>>("sortOrder").Description("Ascending display position.").Resolve(c => c.Source.SortOrder);
    }
}

internal sealed class GiftType : ObjectGraphType<Gift>
{
    public GiftType()
    {
        Name = "Gift";
        Description = "What a gift is. Source: v6 listGiftOffers, listGiftRedemptions.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Id of the offer.").Resolve(c => c.Source.Id);
        this.AddGiftFields(gift => gift);
    }
}

internal sealed class GiftOfferType : ObjectGraphType<GiftOffer>
{
    public GiftOfferType()
    {
        Name = "GiftOffer";
        Description = "A gift offer; what shows and what can be redeemed depends on who asks. Source: v6 listGiftOffers, getGiftOffer.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Offer id.").Resolve(c => c.Source.Gift.Id);
        this.AddGiftFields(offer => offer.Gift);
        Field<StringGraphType>("expiryPeriod").Description("Time a redemption stays good, counted in expiryPeriodUnit.").Resolve(c => c.Source.ExpiryPeriod);
        Field<StringGraphType>("expiryPeriodUnit").Description("Unit of expiryPeriod, for example days; open set.").Resolve(c => c.Source.ExpiryPeriodUnit);
        Field<IdGraphType>("membershipTierId").Description("Only for this tier; null means for everyone.").Resolve(c => c.Source.MembershipTierId);
        Field<IntGraphType>("quota").Description("Redemptions that it allows in all.").Resolve(c => c.Source.Quota);
        Field<IntGraphType>("quotaPerMember").Description("Redemptions that one customer may have.").Resolve(c => c.Source.QuotaPerMember);
        Field<LocalDateScalar>("startDate").Description("Day from which it runs.").Resolve(c => c.Source.StartDate);
        Field<LocalDateScalar>("endDate").Description("Day on which it ends.").Resolve(c => c.Source.EndDate);
        Field<NonNullGraphType<BooleanGraphType>>("isRedeemable").Description("The caller can redeem it now.").Resolve(c => c.Source.IsRedeemable);
        Field<NonNullGraphType<StringGraphType>>("status").Description("State, in upper case; open set.").Resolve(c => c.Source.Status);
    }
}

internal sealed class GiftRedemptionType : ObjectGraphType<GiftRedemption>
{
    public GiftRedemptionType()
    {
        Name = "GiftRedemption";
        Description = "A gift that a customer holds. Source: v6 redeemGiftOffer, claimGift, listGiftRedemptions.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Redemption id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<RedemptionStatusType>>("status").Description("State; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => RedemptionStatuses.Of(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("The same as v6 writes it, in upper case.").Resolve(c => c.Source.Status);
        Field<StringGraphType>("couponCode").Description("Code to present, a secret of the customer; means something once status is FULFILLED.").Resolve(c => c.Source.CouponCode);
        Field<NonNullGraphType<DecimalScalar>>("points").Description("Points it cost.").Resolve(c => c.Source.Points);
        Field<LocalDateScalar>("redemptionDate").Description("Day it was redeemed.").Resolve(c => c.Source.RedeemedOn);
        Field<LocalDateScalar>("expiresAt").Description("Last day on which it is good.").Resolve(c => c.Source.ExpiresOn);
        Field<DateTimeScalar>("fulfilledAt").Description("When it was fulfilled.").Resolve(c => c.Source.FulfilledAt);
        Field<StringGraphType>("fulfillmentMethod").Description("How it was fulfilled; open set.").Resolve(c => c.Source.FulfillmentMethod);
        Field<StringGraphType>("remarks").Description("Note.").Resolve(c => c.Source.Remarks);
        Field<DateTimeScalar>("createdAt").Description("When it was made.").Resolve(c => c.Source.CreatedAt);
        Field<GiftType>("giftOffer").Description("Offer it came from; null once that is gone.").Resolve(c => c.Source.Gift);
    }
}

/// <summary>States of a redemption that v6 documents. The set is open: what is new reads as <see cref="Unknown"/>.</summary>
internal enum RedemptionStatus
{
    Unknown,
    Valid,
    Fulfilled,
    Used,
    Expired,
    Voided,
}

internal sealed class RedemptionStatusType : EnumerationGraphType<RedemptionStatus>
{
    public RedemptionStatusType()
    {
        Name = "RedemptionStatus";
        Description = "VALID issued and waiting; FULFILLED coupon code ready to present; USED spent; EXPIRED past its day; VOIDED withdrawn; UNKNOWN added since.";
    }
}

internal static class RedemptionStatuses
{
    public static RedemptionStatus Of(string status) => status switch
    {
        "VALID" => RedemptionStatus.Valid,
        "FULFILLED" => RedemptionStatus.Fulfilled,
        "USED" => RedemptionStatus.Used,
        "EXPIRED" => RedemptionStatus.Expired,
        "VOIDED" => RedemptionStatus.Voided,
        _ => RedemptionStatus.Unknown,
    };
}
