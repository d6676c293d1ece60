using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>Tenant of a request: the operation's own way if it has one, else the header, else the host name.</summary>
internal static class TenantResolution
{
    private const string Header = "X-Company-Id";

    public static Tenant? Find(SandboxWorld world, Operation operation, string[] pathValues, HttpRequest request)
    {
        if (operation.FindTenant is { } find)
        {
            return find(new TenantSearch(world, pathValues, request.Query));
        }

        var header = request.Headers[Header].ToString();
        return header.Length > 0 ? world.Tenants.Find(header) : world.Tenants.FindByDomain(request.Host.Value);
    }

    /// <summary>What a call without a tenant gets.</summary>
    public static Reply Missing(Operation operation, IQueryCollection query)
    {
        if (operation.FindTenant is null)
        {
            return Reply.Failed(StatusCodes.Status400BadRequest, "TENANT_REQUIRED", "The company is missing or unknown.");
        }

        return operation.Query.Check(query) is { Count: > 0 } errors
            ? Reply.Invalid(errors)
            : Reply.NotFound(message: "No company answers to this.");
    }
}
