using System.Collections.Immutable;
using Bff.Contracts.Mutations;
using Bff.Contracts.Shop;
using Bff.Grains.Auth;
using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Shop;
using Bff.Grains.Tenancy;
using Bff.Upstream.Shop;

namespace Bff.Grains.Mutations.Lookups;

/// <summary>
/// Looks through the customer's orders for the new order with the same lines that can be of no other attempt. That none is there may be v6's
/// delay, so it proves nothing.
/// </summary>
internal sealed class CreatedOrderLookup(ICallerTokens tokens, IShopApi v6, CustomerAttempts attempts, TenantDirectory tenants) : OutcomeLookup<CreatedOrderClue>
{
    protected override async Task<Look> LookAsync(CreatedOrderClue clue, LookRequest request)
    {
        var tenant = request.Caller.Tenant;
        var orders = await tokens.AskAsync(request.Caller, token => v6.ListOrdersAsync(tenant, token));
        if (!orders.IsFound)
        {
            return Look.CannotTell;
        }

        var mapping = new ShopMapping(tenants.SettingsOf(tenant).Currency);
        var found = orders.Value.Items
            .Select(mapping.ToOrder)
            .Where(order => request.CanBeOf(order.CreatedAt) && HasLines(order, clue.Lines))
            .ToArray();
        var own = await attempts.ClaimAsync(request.Caller.Customer!.Key, request.Attempt, found.Select(order => order.OrderId));
        return found.FirstOrDefault(order => own.Contains(order.OrderId)) is { } made ? Look.Happened(made) : Look.CannotTell;
    }

    private static bool HasLines(Order order, ImmutableArray<OrderLineClue> asked)
    {
        var rest = order.Lines.Where(line => line.ProductId is not null || line.VariantId is not null).ToList();
        return rest.Count == asked.Length && asked.All(line => rest.Remove(rest.Find(other => IsSame(line, other))!));
    }

    // A variant says which product it is of.
    private static bool IsSame(OrderLineClue asked, OrderLine line) =>
        asked.Quantity == line.Quantity && (asked.Variant is { } variant ? variant == line.VariantId : asked.Product == line.ProductId);
}
