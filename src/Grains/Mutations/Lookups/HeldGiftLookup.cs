using Bff.Contracts.Mutations;
using Bff.Grains.Auth;
using Bff.Grains.Membership;
using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Tenancy;
using Bff.Upstream.Membership;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>Looks through the customer's redemptions for new ones of that offer, no more than were asked for, that can be of no other attempt.</summary>
internal sealed class HeldGiftLookup(ICallerTokens tokens, IMembershipApi v6, CustomerAttempts attempts, TenantDirectory tenants) : OutcomeLookup<HeldGiftClue>
{
    protected override async Task<Look> LookAsync(HeldGiftClue clue, LookRequest request)
    {
        var tenant = request.Caller.Tenant;
        var redemptions = await tokens.AskAsync(request.Caller, token => v6.ListRedemptionsAsync(tenant, token));
        if (!redemptions.IsFound)
        {
            return Look.CannotTell;
        }

        var mapping = new MembershipMapping(tenants.SettingsOf(tenant).Currency);
        var found = redemptions.Value.Items
            .Select(mapping.ToRedemption)
            .Where(redemption => redemption.Gift?.Id == clue.Offer && request.CanBeOf(redemption.CreatedAt))
            .ToArray();
        var own = await attempts.ClaimAsync(request.Caller.Customer!.Key, request.Attempt, found.Select(redemption => redemption.Id));
        return found.FirstOrDefault(redemption => own.Contains(redemption.Id)) is { } held ? Look.Happened(held) : Look.CannotTell;
    }
}
