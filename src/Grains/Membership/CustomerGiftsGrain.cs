using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Membership;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Tenancy;
using Bff.Upstream.Membership;
using Bff.Upstream.Operations;

namespace Bff.Grains.Membership;

/// <summary>
/// A quota is everybody's: a gift that somebody else took makes this customer's copies of the offers stale too. Each read asks the tenant's
/// grain, in memory, when that last happened.
/// </summary>
[GrainType("customer-gifts")]
internal sealed class CustomerGiftsGrain(
    IGrainContext context, IGrainFactory grains, OwnerCaches caches, TenantDirectory tenants, ICallerTokens tokens, IMembershipApi v6)
    : Grain, ICustomerGiftsGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!));

    private MembershipMapping Mapping => new(tenants.SettingsOf(customer.Tenant).Currency);

    private IMembershipCatalogGrain Tenants => grains.GetGrain<IMembershipCatalogGrain>(customer.Tenant.Value);

    public async Task<Answer<ItemList<GiftOffer>>> GetOffersAsync(Caller caller)
    {
        customer.Require(caller);
        return await cache.GetAsync(
            V6Operations.ListGiftOffers,
            CacheKey.List(CacheAreas.CustomerGiftOffers).Tagged(new CacheTag(CacheAreas.GiftOffers)),
            async cancellation =>
            {
                var offers = await tokens.AskAsync(caller, token => v6.ListOffersAsync(customer.Tenant, token, cancellation));
                return offers.Select(list => list.ToItemList(Mapping.ToOffer));
            },
            await Tenants.GetChangedAtAsync());
    }

    public async Task<Answer<GiftOffer>> GetOfferAsync(CustomerOfferQuery query)
    {
        customer.Require(query.Caller);
        return await cache.GetAsync(
            V6Operations.GetGiftOffer,
            CacheKey.One(CacheAreas.CustomerGiftOffers, query.Offer).Tagged(new CacheTag(CacheAreas.GiftOffers, query.Offer.Value)),
            async cancellation =>
            {
                var offer = await tokens.AskAsync(query.Caller, token => v6.GetOfferAsync(customer.Tenant, token, query.Offer, cancellation));
                return offer.Select(Mapping.ToOffer);
            },
            await Tenants.GetChangedAtAsync());
    }

    public Task<Answer<ItemList<GiftRedemption>>> GetRedemptionsAsync(Caller caller)
    {
        customer.Require(caller);
        return cache.GetAsync(
            V6Operations.ListGiftRedemptions,
            CacheKey.List(CacheAreas.CustomerGiftRedemptions),
            async cancellation =>
            {
                var redemptions = await tokens.AskAsync(caller, token => v6.ListRedemptionsAsync(customer.Tenant, token, cancellation));
                return redemptions.Select(list => list.ToItemList(Mapping.ToRedemption));
            });
    }

    public Task DropAsync()
    {
        cache.Drop(scope: null);
        return Task.CompletedTask;
    }
}
