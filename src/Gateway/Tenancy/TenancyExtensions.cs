using Bff.Gateway.Edge;

namespace Bff.Gateway.Tenancy;

internal static class TenancyExtensions
{
    /// <summary>Finds the tenant of each request.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services) => services
        .AddSingleton<StorefrontLookup>()
        .AddSingleton<ITenantResolver, TenantResolver>();
}
