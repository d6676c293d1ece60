using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Membership;

/// <summary>Gifts as the admin shows them.</summary>
internal static class GiftState
{
    /// <summary>The gift links, and which are spent.</summary>
    public static IEnumerable<JsonNode> Claims(Tenant tenant) =>
        tenant.Data.Part(MembershipSeeds.Load).Claims.Select(claim => new JsonObject
        {
            ["token"] = claim.Token,
            ["offerId"] = claim.OfferId,
            ["spent"] = tenant.Part(GiftBook.Create).IsSpent(claim.Token),
        });

    /// <summary>The offers with what has been handed out.</summary>
    public static IEnumerable<JsonNode> Offers(Tenant tenant) =>
        tenant.Data.Part(MembershipSeeds.Load).Offers.Select(offer => new JsonObject
        {
            ["id"] = offer.Id,
            ["name"] = offer.Name,
            ["quota"] = offer.Quota,
            ["taken"] = tenant.Part(GiftBook.Create).Taken(offer),
            ["redemptions"] = Reply.Array(tenant.Part(GiftBook.Create).All.Where(r => r.Offer.Id == offer.Id).Select(r => new JsonObject
            {
                ["id"] = r.Id,
                ["memberUuid"] = r.MemberUuid,
                ["couponCode"] = r.CouponCode,
            })),
        });
}
