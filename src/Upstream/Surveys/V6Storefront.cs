using Bff.Contracts.Keys;
using Bff.Upstream.Json;

namespace Bff.Upstream.Surveys;

/// <summary>The tenant behind a host name. Source: v6 StorefrontTenant.</summary>
internal sealed record V6Storefront(TenantId Tenant)
{
    /// <summary>Reads the tenant; an id that is not written like one is unusable.</summary>
    public static V6Storefront? Read(V6Json json) => TenantId.TryParse(json.Text("companyId"), out var tenant) ? new(tenant) : null;
}
