using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Membership;

/// <summary>One activation is the gifts of one customer, and the offers as that customer sees them. Key: <see cref="CustomerKey"/>.</summary>
[GrainInterfaceType("customer-gifts")]
public interface ICustomerGiftsGrain : IGrainWithStringKey
{
    /// <summary>Offers as the customer sees them. Source: v6 listGiftOffers.</summary>
    [AlwaysInterleave, Alias("offers")]
    Task<Answer<ItemList<GiftOffer>>> GetOffersAsync(Caller caller);

    /// <summary>One offer as the customer sees it. Source: v6 getGiftOffer.</summary>
    [AlwaysInterleave, Alias("offer")]
    Task<Answer<GiftOffer>> GetOfferAsync(CustomerOfferQuery query);

    /// <summary>What the customer holds. Source: v6 listGiftRedemptions.</summary>
    [AlwaysInterleave, Alias("redemptions")]
    Task<Answer<ItemList<GiftRedemption>>> GetRedemptionsAsync(Caller caller);

    /// <summary>Forgets what was kept: the customer redeemed or claimed something.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();
}

/// <summary>Asks for one offer as a customer sees it.</summary>
/// <param name="Caller">The customer.</param>
/// <param name="Offer">The offer.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-offer-query")]
public sealed record CustomerOfferQuery([property: Id(0)] Caller Caller, [property: Id(1)] EntityId Offer);
