using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Membership;

/// <summary>redeemGiftOffer: points and stamps for one gift or several; the first of them is the answer.</summary>
internal static class RedeemGift
{
    private const int MaxQuantity = 20;

    public static Reply Handle(Call call)
    {
        if (GiftRules.Find(call, call.Id) is not { } offer)
        {
            return Reply.NotFound("OFFER_NOT_FOUND", "No such offer.");
        }

        var quantity = call.Number("quantity") ?? 1;
        if (quantity is < 1 or > MaxQuantity)
        {
            var error = FieldError.Malformed("quantity", $"between 1 and {MaxQuantity}");
            return Reply.Refused("VALIDATION_ERROR", error.Message, FieldError.Details([error]));
        }

        return GiftRules.Refuse(call, offer, call.Customer!, quantity, pays: true) ?? call.Commit(() => Take(call, offer, quantity));
    }

    private static Reply Take(Call call, OfferSeed offer, int quantity)
    {
        var (member, gifts) = (call.Customer!, call.Tenant.Part(GiftBook.Create));
        member.Points -= (offer.Points ?? 0) * quantity;
        member.Stamps -= (offer.Stamps ?? 0) * quantity;
        var taken = Enumerable.Range(0, quantity).Select(_ => gifts.Add(offer, member, offer.Points ?? 0)).ToList();
        return Reply.Created(GiftJson.Redemption(call, taken[0]));
    }
}
