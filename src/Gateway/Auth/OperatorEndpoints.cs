using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.ServiceDefaults.Operators;

namespace Bff.Gateway.Auth;

/// <summary>An operator's order. Ending what has ended is no error, so it can be sent again.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Customer">The customer; the whole tenant when left out.</param>
/// <param name="OrderId">The operator's own id of the order, for the audit log; needed for a whole tenant.</param>
internal sealed record EndSessionsOrder(string? Tenant, string? Customer, string? OrderId);

/// <summary><c>POST /operator/sessions/end</c>: ends all sessions of a customer or of a tenant. There only when an operator key is set.</summary>
internal static class OperatorEndpoints
{
    private const int MaxOrderId = 128;

    public static void MapOperatorSessions(this WebApplication app)
    {
        if (app.Configuration.OperatorKey() is { } key)
        {
            app.MapPost("/operator/sessions/end", (EndSessionsOrder order, IGrainFactory grains) => EndAsync(order, grains)).RequireOperator(key);
        }
    }

    private static async Task<IResult> EndAsync(EndSessionsOrder order, IGrainFactory grains)
    {
        if (!TenantId.TryParse(order.Tenant, out var tenant) || (order.Customer is not null && !EntityId.TryParse(order.Customer, out _)))
        {
            return Results.BadRequest(new { error = "tenant and, if given, customer must be ids." });
        }

        if (order.Customer is { } customer)
        {
            var key = new CustomerKey(tenant, EntityId.Parse(customer));
            var ended = await grains.GetGrain<ICustomerSessionsGrain>(key.ToString()).EndAsync(new EndSessions(SessionScope.All, null, ByOperator: true));
            return Results.Ok(new { ended });
        }

        if (order.OrderId is not { Length: > 0 and <= MaxOrderId } id || id.Any(char.IsControl))
        {
            return Results.BadRequest(new { error = $"orderId must have 1 to {MaxOrderId} characters." });
        }

        return Results.Ok(new { epoch = await grains.GetGrain<ITenantSessionsGrain>(tenant.Value).EndAllAsync(new TenantRevocation(id)) });
    }
}
