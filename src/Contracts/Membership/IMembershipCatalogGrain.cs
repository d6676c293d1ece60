using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Membership;

/// <summary>
/// One activation is the tiers and gift offers of one tenant, as callers without a session see them, and the way gifts are claimed and redeemed.
/// Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("membership-catalog")]
public interface IMembershipCatalogGrain : IGrainWithStringKey
{
    /// <summary>Tiers. Source: v6 listMembershipTiers.</summary>
    [AlwaysInterleave, Alias("tiers")]
    Task<Answer<ItemList<MembershipTier>>> GetTiersAsync();

    /// <summary>Offers as everybody sees them. Source: v6 listGiftOffers.</summary>
    [AlwaysInterleave, Alias("offers")]
    Task<Answer<ItemList<GiftOffer>>> GetOffersAsync();

    /// <summary>One offer as everybody sees it; absent when there is none. Source: v6 getGiftOffer.</summary>
    [AlwaysInterleave, Alias("offer")]
    Task<Answer<GiftOffer>> GetOfferAsync(EntityId offer);

    /// <summary>The mark of the last claim or redemption, which changed how many are left for everybody: no copy of an offer that is older may be served.</summary>
    [AlwaysInterleave, Alias("changed-at")]
    Task<long> GetChangedAtAsync();

    /// <summary>Claims a gift and drops what that made stale. Never sent twice. Source: v6 claimGift.</summary>
    [AlwaysInterleave, Alias("claim")]
    Task<MutationResult<GiftRedemption>> ClaimAsync(ClaimGiftRequest request);

    /// <summary>Spends points or stamps and drops what that made stale. Never sent twice. Source: v6 redeemGiftOffer.</summary>
    [AlwaysInterleave, Alias("redeem")]
    Task<MutationResult<GiftRedemption>> RedeemAsync(RedeemGiftRequest request);
}
