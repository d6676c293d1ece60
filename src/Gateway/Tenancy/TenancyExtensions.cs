using Bff.Gateway.Edge;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bff.Gateway.Tenancy;

internal static class TenancyExtensions
{
    /// <summary>Finds the tenant of each request.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services)
    {
        services.AddSingleton<StorefrontLookup>();
        services.TryAddSingleton<ITenantResolver, TenantResolver>();
        return services;
    }
}
