using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Auth;

/// <summary>An operator's order. Ending what has ended is no error, so it can be sent again.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Customer">The customer; the whole tenant when left out.</param>
/// <param name="OrderId">The operator's own id of the order, for the audit log; needed for a whole tenant.</param>
internal sealed record EndSessionsOrder(string? Tenant, string? Customer, string? OrderId);

/// <summary>
/// <c>POST /operator/sessions/end</c>: ends all sessions of a customer or of a tenant. There only when an operator key is set; the key
/// comes as <c>Authorization: Bearer</c>.
/// </summary>
internal static class OperatorEndpoints
{
    private const int MaxOrderId = 128;

    public static void MapOperatorSessions(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SessionEdgeOptions>>().Value.OperatorKey is { } key)
        {
            var expected = SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + key));
            app.MapPost("/operator/sessions/end", (HttpRequest request, EndSessionsOrder order, IGrainFactory grains) =>
                IsOperator(request, expected) ? EndAsync(order, grains) : Task.FromResult(Results.Unauthorized()));
        }
    }

    private static bool IsOperator(HttpRequest request, byte[] expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())), expected);

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
