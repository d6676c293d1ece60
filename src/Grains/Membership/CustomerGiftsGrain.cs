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

[GrainType("customer-gifts")]
internal sealed class CustomerGiftsGrain(IGrainContext context, OwnerCaches caches, TenantDirectory tenants, ICallerTokens tokens, IMembershipApi v6)
    : Grain, ICustomerGiftsGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!));

    private MembershipMapping Mapping => new(tenants.SettingsOf(customer.Tenant).Currency);

    public Task<Answer<ItemList<GiftOffer>>> GetOffersAsync(Caller caller) =>
        cache.GetAsync(
            V6Operations.ListGiftOffers,
            CacheKey.List(CacheAreas.CustomerGiftOffers),
            async cancellation =>
            {
                var offers = await tokens.AskAsync(caller, token => v6.ListOffersAsync(customer.Tenant, token, cancellation));
                return offers.Select(list => list.ToItemList(Mapping.ToOffer));
            });

    public Task<Answer<GiftOffer>> GetOfferAsync(CustomerOfferQuery query) =>
        cache.GetAsync(
            V6Operations.GetGiftOffer,
            CacheKey.One(CacheAreas.CustomerGiftOffers, query.Offer),
            async cancellation =>
            {
                var offer = await tokens.AskAsync(query.Caller, token => v6.GetOfferAsync(customer.Tenant, token, query.Offer, cancellation));
                return offer.Select(Mapping.ToOffer);
            });

    public Task<Answer<ItemList<GiftRedemption>>> GetRedemptionsAsync(Caller caller) =>
        cache.GetAsync(
            V6Operations.ListGiftRedemptions,
            CacheKey.List(CacheAreas.CustomerGiftRedemptions),
            async cancellation =>
            {
                var redemptions = await tokens.AskAsync(caller, token => v6.ListRedemptionsAsync(customer.Tenant, token, cancellation));
                return redemptions.Select(list => list.ToItemList(Mapping.ToRedemption));
            });

    public Task DropAsync()
    {
        cache.Drop(scope: null);
        return Task.CompletedTask;
    }
}
