using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Membership;

/// <summary>claimGift: by a link's token, which works once and without signing in, or by offer for a signed-in customer.</summary>
internal static class ClaimGift
{
    public static Reply Handle(Call call) => (call.Text("claimToken"), call.Text("offerId")) switch
    {
        ({ } token, _) => ByToken(call, token),
        (null, { } offerId) => ByOffer(call, offerId),
        _ => Reply.Invalid(FieldError.Missing("claimToken"), FieldError.Missing("offerId")),
    };

    private static Reply ByToken(Call call, string token)
    {
        var seeds = call.Tenant.Data.Part(MembershipSeeds.Load);
        var gifts = call.Tenant.Part(GiftBook.Create);
        if (seeds.Claims.FirstOrDefault(c => c.Token == token) is not { } claim)
        {
            return Reply.NotFound("CLAIM_NOT_FOUND", "No such gift link.");
        }

        if (call.Checks && gifts.IsSpent(token))
        {
            return Reply.Conflict("CONFLICT", "The gift link has been used.");
        }

        return call.Commit(() =>
        {
            gifts.Spend(token);
            var offer = seeds.Offers.First(o => o.Id == claim.OfferId);
            return Reply.Created(GiftJson.Redemption(call, gifts.Add(offer, call.Customer, points: 0)));
        });
    }

    private static Reply ByOffer(Call call, string offerId)
    {
        if (call.Customer is not { } member)
        {
            return Reply.Unauthorized();
        }

        if (GiftRules.Find(call, offerId) is not { } offer)
        {
            return Reply.NotFound("OFFER_NOT_FOUND", "No such offer.");
        }

        if (offer.Points > 0 || offer.Stamps > 0)
        {
            return Reply.Refused("OFFER_HAS_A_PRICE", "The offer is redeemed for points or stamps, not claimed.");
        }

        return GiftRules.Refuse(call, offer, member, 1, pays: false) ?? call.Commit(() =>
            Reply.Created(GiftJson.Redemption(call, call.Tenant.Part(GiftBook.Create).Add(offer, member, points: 0))));
    }
}
