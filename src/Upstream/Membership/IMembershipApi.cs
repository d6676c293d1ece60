using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;

namespace Bff.Upstream.Membership;

/// <summary>Tiers, gift offers and redemptions of v6.</summary>
internal interface IMembershipApi
{
    /// <summary>Tiers that anyone can see. Source: v6 listMembershipTiers.</summary>
    Task<Fetched<V6Page<V6Tier>>> ListTiersAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Gift offers; a token decides which show. Source: v6 listGiftOffers.</summary>
    Task<Fetched<V6Page<V6GiftOffer>>> ListOffersAsync(TenantId tenant, CustomerToken? token, CancellationToken cancellationToken = default);

    /// <summary>A gift offer; a token decides whether it can be redeemed. Source: v6 getGiftOffer.</summary>
    Task<Fetched<V6GiftOffer>> GetOfferAsync(
        TenantId tenant, CustomerToken? token, EntityId offer, CancellationToken cancellationToken = default);

    /// <summary>Spends points or stamps. Source: v6 redeemGiftOffer.</summary>
    Task<Sent<V6GiftRedemption>> RedeemOfferAsync(
        TenantId tenant, CustomerToken token, EntityId offer, V6RedeemRequest request, CancellationToken cancellationToken = default);

    /// <summary>Claims a gift, by a link's secret or as a customer. Source: v6 claimGift.</summary>
    Task<Sent<V6GiftRedemption>> ClaimGiftAsync(
        TenantId tenant, CustomerToken? token, V6ClaimRequest request, CancellationToken cancellationToken = default);

    /// <summary>The customer's redemptions. Source: v6 listGiftRedemptions.</summary>
    Task<Fetched<V6Page<V6GiftRedemption>>> ListRedemptionsAsync(
        TenantId tenant, CustomerToken token, CancellationToken cancellationToken = default);
}
