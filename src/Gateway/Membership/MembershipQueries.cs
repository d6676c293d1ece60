using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Membership;
using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;
using GraphQL.Types;

namespace Bff.Gateway.Membership;

/// <summary>What can be read of tiers and gifts. Offers have two forms: everybody's, and the one of a signed-in customer.</summary>
internal static class MembershipQueries
{
    private static readonly TimeSpan TiersMaxAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OffersMaxAge = TimeSpan.FromSeconds(30);

    public static void AddMembershipQueries(this ObjectGraphType query)
    {
        query.Field<ListGraphType<NonNullGraphType<MembershipTierType>>, ItemList<MembershipTier>>("membershipTiers")
            .Description("Tiers that anyone can see. Source: v6 listMembershipTiers.")
            .PublicFor(TiersMaxAge)
            .Reads(CacheAreas.MembershipTiers)
            .Answers(c => c.Request().NearAsync(CacheKey.List(CacheAreas.MembershipTiers), 0, static (IMembershipCatalogGrain owner, int _) => owner.GetTiersAsync()));
        query.Field<ListGraphType<NonNullGraphType<GiftOfferType>>, ItemList<GiftOffer>>("giftOffers")
            .Description("Gift offers that the caller may see. Source: v6 listGiftOffers.")
            .PublicWhenAnonymousFor(OffersMaxAge)
            .Reads(CacheAreas.GiftOffers, CacheAreas.CustomerGiftOffers)
            .Answers(c => OffersAsync(c.Request()));
        query.Field<GiftOfferType, GiftOffer>("giftOffer")
            .Description("One gift offer as the caller sees it; null when there is none. Source: v6 getGiftOffer.")
            .Argument<NonNullGraphType<IdGraphType>>("id", "Offer id.")
            .PublicWhenAnonymousFor(OffersMaxAge)
            .Reads(CacheAreas.GiftOffers, CacheAreas.CustomerGiftOffers)
            .Answers(c => OfferAsync(c.Request(), c.GetId("id")));
    }

    /// <summary>Hangs the customer's gifts on the customer.</summary>
    public static void AddCustomerGifts(this ObjectGraphType<CustomerProfile> customer) =>
        customer.Field<ListGraphType<NonNullGraphType<GiftRedemptionType>>, ItemList<GiftRedemption>>("giftRedemptions")
            .Description("Gifts that the customer holds. Source: v6 listGiftRedemptions.")
            .Private()
            .Answers(async c =>
            {
                var caller = await c.Request().CustomerAsync();
                return await c.Request().GiftsOf(caller.Customer!.Key).GetRedemptionsAsync(caller);
            });

    public static IMembershipCatalogGrain MembershipCatalog(this GraphContext request) =>
        request.Grains.GetGrain<IMembershipCatalogGrain>(request.Tenant.Value);

    private static ICustomerGiftsGrain GiftsOf(this GraphContext request, CustomerKey customer) =>
        request.Grains.GetGrain<ICustomerGiftsGrain>(customer.ToString());

    private static async ValueTask<Answer<ItemList<GiftOffer>>> OffersAsync(GraphContext request)
    {
        var caller = await request.CallerAsync();
        return caller.IsAnonymous
            ? await request.NearAsync(CacheKey.List(CacheAreas.GiftOffers), 0, static (IMembershipCatalogGrain owner, int _) => owner.GetOffersAsync())
            : await request.GiftsOf(caller.Customer.Key).GetOffersAsync(caller);
    }

    private static async ValueTask<Answer<GiftOffer>> OfferAsync(GraphContext request, EntityId offer)
    {
        var caller = await request.CallerAsync();
        return caller.IsAnonymous
            ? await request.NearAsync(CacheKey.One(CacheAreas.GiftOffers, offer), offer, static (IMembershipCatalogGrain owner, EntityId offer) => owner.GetOfferAsync(offer))
            : await request.GiftsOf(caller.Customer.Key).GetOfferAsync(new CustomerOfferQuery(caller, offer));
    }
}
