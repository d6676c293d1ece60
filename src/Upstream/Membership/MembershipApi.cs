using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Membership;

internal sealed class MembershipApi(UpstreamClient client) : IMembershipApi
{
    public Task<Fetched<V6Page<V6Tier>>> ListTiersAsync(TenantId tenant, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListMembershipTiers.Of(tenant), V6Tier.Read, null, cancellationToken);

    public Task<Fetched<V6Page<V6GiftOffer>>> ListOffersAsync(TenantId tenant, CustomerToken? token, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListGiftOffers.Of(tenant).As(token), V6GiftOffer.Read, null, cancellationToken);

    public Task<Fetched<V6GiftOffer>> GetOfferAsync(
        TenantId tenant, CustomerToken? token, EntityId offer, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetGiftOffer.Of(tenant, offer.Value).As(token), V6GiftOffer.Read, cancellationToken);

    public Task<Sent<V6GiftRedemption>> RedeemOfferAsync(
        TenantId tenant, CustomerToken token, EntityId offer, V6RedeemRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6RedeemRequest);
        var call = V6Operations.RedeemGiftOffer.Of(tenant, offer.Value).As(token).With(body);
        return client.SendAsync(call, V6GiftRedemption.Read, cancellationToken);
    }

    public Task<Sent<V6GiftRedemption>> ClaimGiftAsync(
        TenantId tenant, CustomerToken? token, V6ClaimRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6ClaimRequest);
        return client.SendAsync(V6Operations.ClaimGift.Of(tenant).As(token).With(body), V6GiftRedemption.Read, cancellationToken);
    }

    public Task<Fetched<V6Page<V6GiftRedemption>>> ListRedemptionsAsync(
        TenantId tenant, CustomerToken token, CancellationToken cancellationToken) =>
        client.ListAsync(V6Operations.ListGiftRedemptions.Of(tenant).As(token), V6GiftRedemption.Read, null, cancellationToken);
}
