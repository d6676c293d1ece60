using Bff.Contracts.Mutations;
using Bff.Grains.Auth;
using Bff.Grains.Membership;
using Bff.Grains.Tenancy;
using Bff.Upstream.Membership;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>Looks through the customer's redemptions for new ones of that offer, no more than were asked for.</summary>
internal sealed class HeldGiftLookup(ICallerTokens tokens, IMembershipApi v6, TenantDirectory tenants) : OutcomeLookup<HeldGiftClue>
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
            .Where(redemption => redemption.Gift?.Id == clue.Offer && redemption.CreatedAt >= request.NotBefore)
            .ToArray();
        return found.Length >= 1 && found.Length <= clue.Quantity ? Look.Happened(found[0]) : Look.CannotTell;
    }
}
