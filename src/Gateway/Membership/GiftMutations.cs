using Bff.Contracts.Answers;
using Bff.Contracts.Membership;
using Bff.Contracts.Mutations;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using GraphQL.Types;

namespace Bff.Gateway.Membership;

/// <summary>Input of <c>redeemGiftOffer</c>.</summary>
internal sealed record RedeemGiftOfferInput(string Id, int? Quantity, string? IdempotencyKey) : IIdempotentInput;

/// <summary>Input of <c>claimGift</c>.</summary>
internal sealed record ClaimGiftInput(string? ClaimToken, string? OfferId, string? IdempotencyKey) : IIdempotentInput;

internal static class GiftMutations
{
    private const int MaxQuantity = 100;
    private const int MaxTokenLength = 512;

    public static void AddGiftMutations(this ObjectGraphType mutation)
    {
        mutation.AddMutation<RedeemGiftOfferInput, GiftRedemption>("redeemGiftOffer", "Spends the customer's points or stamps on an offer. Never sent twice. Source: v6 redeemGiftOffer.")
            .Input(input =>
            {
                input.Field<NonNullGraphType<IdGraphType>>("id").Description("The offer.");
                input.Field<IntGraphType>("quantity").Description($"How many, 1 to {MaxQuantity}; one when left out. One redemption comes back: read giftRedemptions for the others.");
            })
            .Result<GiftRedemptionType>("redemption", "What the customer now holds.", redemption => redemption)
            .FoundBy(input => new HeldGiftClue(input.Id, input.Quantity ?? 1))
            .Resolve(RedeemAsync);
        mutation.AddMutation<ClaimGiftInput, GiftRedemption>("claimGift", "Claims a gift, by the secret of a link or as a customer. Never sent twice. Source: v6 claimGift.")
            .Input(input =>
            {
                input.Field<StringGraphType>("claimToken").Description("Secret of a gift link or mailing; works without signing in.");
                input.Field<IdGraphType>("offerId").Description("Offer to claim as a signed-in customer. One of the two is needed.");
            })
            .Result<GiftRedemptionType>("redemption", "What was claimed.", redemption => redemption)
            .FoundBy(input => input.OfferId is { } offer ? new HeldGiftClue(offer, 1) : null)
            .Resolve(ClaimAsync);
    }

    private static async ValueTask<MutationResult<GiftRedemption>> RedeemAsync(RedeemGiftOfferInput input, GraphContext request, Guid attempt)
    {
        var check = new InputCheck();
        var offer = check.Id("id", input.Id);
        check.Require(input.Quantity is null or (>= 1 and <= MaxQuantity), "quantity", $"must be from 1 to {MaxQuantity}.");
        if (check.HasErrors)
        {
            return check.Failed<GiftRedemption>();
        }

        var (customer, error) = await request.CustomerForMutationAsync();
        return customer is null
            ? MutationResult<GiftRedemption>.Failed(error!)
            : await request.MembershipCatalog().RedeemAsync(new RedeemGiftRequest(customer, offer, input.Quantity) { Attempt = attempt });
    }

    private static async ValueTask<MutationResult<GiftRedemption>> ClaimAsync(ClaimGiftInput input, GraphContext request, Guid attempt)
    {
        var check = new InputCheck();
        var offer = check.OptionalId("offerId", input.OfferId);
        check.Require(offer is not null ^ !string.IsNullOrEmpty(input.ClaimToken), "claimToken", "or offerId is needed, not both.");
        check.Require(
            input.ClaimToken is null || (input.ClaimToken.Length <= MaxTokenLength && input.ClaimToken.All(c => c is > ' ' and <= '~')),
            "claimToken", $"must be at most {MaxTokenLength} visible ASCII characters.");
        return check.HasErrors
            ? check.Failed<GiftRedemption>()
            : await request.MembershipCatalog().ClaimAsync(new ClaimGiftRequest(await request.CallerAsync(), input.ClaimToken, offer) { Attempt = attempt });
    }
}
