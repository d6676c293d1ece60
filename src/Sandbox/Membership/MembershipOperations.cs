using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Membership;

/// <summary>Tiers, gift offers and redemptions.</summary>
internal static class MembershipOperations
{
    public static readonly Operation[] All =
    [
        Operation.Get("listMembershipTiers", "/membership-tiers", Access.Public, GiftReads.Tiers) with { Keep = Keep.Dataset },
        Operation.Get("listGiftOffers", "/gifts/offers", Access.Optional, GiftReads.Offers) with { Keep = Keep.Tenant },
        Operation.Get("getGiftOffer", "/gifts/offers/{id}", Access.Optional, GiftReads.Offer) with { Keep = Keep.Tenant },
        Operation.Post("redeemGiftOffer", "/gifts/offers/{id}/redeem", Access.Required, RedeemGift.Handle) with
        {
            Body = new BodyShape(new Field("quantity", FieldKind.Integer)) { Required = false },
        },
        Operation.Post("claimGift", "/gifts/claim", Access.Optional, ClaimGift.Handle) with
        {
            Body = new BodyShape(new Field("claimToken"), new Field("offerId")),
        },
        Operation.Get("listGiftRedemptions", "/gifts/redemptions", Access.Required, GiftReads.Redemptions),
    ];
}
