using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Membership;

/// <summary>listMembershipTiers, listGiftOffers, getGiftOffer and listGiftRedemptions.</summary>
internal static class GiftReads
{
    public static Reply Tiers(Call call) =>
        Reply.List(call.Tenant.Data.Part(MembershipSeeds.Load).Tiers.Select((tier, i) => Tier(tier, i + 1)));

    public static Reply Offers(Call call) => Reply.List(GiftRules.Visible(call).Select(offer => GiftJson.Offer(call, offer)));

    public static Reply Offer(Call call) =>
        GiftRules.Find(call, call.Id) is { } offer ? Reply.Ok(GiftJson.Offer(call, offer)) : Reply.NotFound();

    /// <summary>Newest first.</summary>
    public static Reply Redemptions(Call call) => Reply.List(call.Tenant.Part(GiftBook.Create).All
        .Where(r => r.MemberUuid == call.Customer!.Uuid)
        .Reverse()
        .Select(r => GiftJson.Redemption(call, r)));

    private static JsonObject Tier(TierSeed tier, int order) => new()
    {
        ["id"] = tier.Id,
        ["name"] = tier.Name,
        ["description"] = tier.Description,
        ["price"] = tier.Price,
        ["validPeriodValue"] = tier.Months % 12 == 0 ? tier.Months / 12 : tier.Months,
        ["validPeriodUnit"] = tier.Months % 12 == 0 ? "YEARS" : "MONTHS",
        ["discount"] = tier.Discount,
        ["benefits"] = Reply.Array(tier.Benefits.Select(b => JsonValue.Create(b))),
        ["isPopular"] = tier.Popular,
        ["sortOrder"] = order,
    };
}
