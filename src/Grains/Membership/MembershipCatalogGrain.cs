using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Membership;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Mutations;
using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Tenancy;
using Bff.Upstream.Http;
using Bff.Upstream.Membership;
using Bff.Upstream.Operations;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Membership;

[GrainType("membership-catalog")]
internal sealed class MembershipCatalogGrain(
    IGrainContext context,
    OwnerCaches caches,
    TenantDirectory tenants,
    ICallerTokens tokens,
    CustomerAttempts attempts,
    IGrainFactory grains,
    IMembershipApi v6,
    ILogger<MembershipCatalogGrain> logger)
    : OwnerGrain(caches.For(TenantId.Parse(context.GrainId.Key.ToString()!))), IMembershipCatalogGrain
{
    private readonly TenantId tenant = TenantId.Parse(context.GrainId.Key.ToString()!);
    private long changedAt;

    private MembershipMapping Mapping => new(tenants.SettingsOf(tenant).Currency);

    // What went through an earlier activation is not known here: whatever customers' grains kept before this one is distrusted.
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        changedAt = Cache.Mark();
        return base.OnActivateAsync(cancellationToken);
    }

    public Task<long> GetChangedAtAsync() => Task.FromResult(changedAt);

    public Task<Answer<ItemList<MembershipTier>>> GetTiersAsync() =>
        Cache.GetAsync(
            V6Operations.ListMembershipTiers,
            CacheKey.List(CacheAreas.MembershipTiers),
            async cancellation => (await v6.ListTiersAsync(tenant, cancellation)).Select(list => list.ToItemList(Mapping.ToTier)));

    public Task<Answer<ItemList<GiftOffer>>> GetOffersAsync() =>
        Cache.GetAsync(
            V6Operations.ListGiftOffers,
            CacheKey.List(CacheAreas.GiftOffers),
            async cancellation => (await v6.ListOffersAsync(tenant, token: null, cancellation)).Select(list => list.ToItemList(Mapping.ToOffer)));

    public Task<Answer<GiftOffer>> GetOfferAsync(EntityId offer) =>
        Cache.GetAsync(
            V6Operations.GetGiftOffer,
            CacheKey.One(CacheAreas.GiftOffers, offer),
            async cancellation => (await v6.GetOfferAsync(tenant, token: null, offer, cancellation)).Select(Mapping.ToOffer));

    public async Task<MutationResult<GiftRedemption>> ClaimAsync(ClaimGiftRequest request)
    {
        var claim = new V6ClaimRequest(request.ClaimToken, request.Offer?.Value);
        var wanted = new Wanted(request.Caller, request.Attempt, request.Offer is { } offer ? AttemptSubject.Gift(offer) : AttemptSubject.AnyGift);
        return await SendAsync(wanted, () => tokens.SendOptionalAsync(request.Caller, token => v6.ClaimGiftAsync(tenant, token, claim)));
    }

    public async Task<MutationResult<GiftRedemption>> RedeemAsync(RedeemGiftRequest request)
    {
        var redeem = new V6RedeemRequest(request.Quantity);
        var wanted = new Wanted(request.Caller, request.Attempt, AttemptSubject.Gift(request.Offer), request.Quantity ?? 1);
        return await SendAsync(wanted, () => tokens.SendAsync(request.Caller, token => v6.RedeemOfferAsync(tenant, token, request.Offer, redeem)));
    }

    // A quota is everybody's; points, offers and redemptions are the customer's own (notes §4). Other customers' grains ask for the mark. After an unknown outcome they may have changed.
    private async Task<MutationResult<GiftRedemption>> SendAsync(Wanted wanted, Func<Task<Sent<V6GiftRedemption>>> send)
    {
        var sent = await attempts.SendAsync(wanted, send, redemption => redemption.Id, look: null);
        var changed = Cache.Drop(new CacheTag(CacheAreas.GiftOffers));
        changedAt = changed.At;
        if (wanted.Caller?.Customer is { } customer)
        {
            await Aftermath.TryAsync(logger, () => grains.GetGrain<ICustomerGiftsGrain>(customer.Key.ToString()).DropAsync());
        }

        return sent.ToResult([changed], Mapping.ToRedemption);
    }
}
