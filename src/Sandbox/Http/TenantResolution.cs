using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>Tenant of a request: the operation's own way if it has one, else the header, else the host name.</summary>
internal static class TenantResolution
{
    private const string Header = "X-Company-Id";

    public static Tenant? Find(Exchange exchange)
    {
        if (exchange.Operation.FindTenant is { } find)
        {
            return find(new TenantSearch(exchange.World, exchange.PathValues, exchange.Query));
        }

        var request = exchange.Context.Request;
        var header = request.Headers[Header].ToString();
        return header.Length > 0 ? exchange.World.Tenants.Find(header) : exchange.World.Tenants.FindByDomain(request.Host.Value);
    }

    /// <summary>What a call without a tenant gets.</summary>
    public static Reply Missing(Exchange exchange)
    {
        if (exchange.Operation.FindTenant is null)
        {
            return Reply.Failed(StatusCodes.Status400BadRequest, "TENANT_REQUIRED", "The company is missing or unknown.");
        }

        return exchange.Operation.Query.Check(exchange.Query) is { Count: > 0 } errors
            ? Reply.Invalid(errors)
            : Reply.NotFound(message: "No company answers to this.");
    }
}
