using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Surveys;

/// <summary>Host names of storefronts.</summary>
internal static class StorefrontOperations
{
    public static readonly Operation[] All =
    [
        Operation.Get("resolveStorefrontDomain", "/storefront/resolve-domain", Access.Public, Resolve) with
        {
            Query = new QueryShape(new QueryParameter("domain", Required: true)),
            FindTenant = search => search.World.Tenants.FindByDomain(search.Query["domain"]),
        },
    ];

    private static Reply Resolve(Call call) => Reply.Ok(new JsonObject { ["companyId"] = call.Tenant.Id });
}
