using Bff.Grains.Auth;
using Bff.Grains.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Grains;

/// <summary>What the grains need from their host.</summary>
public static class GrainsServiceCollectionExtensions
{
    /// <summary>Adds the v6 client, the tenants' settings and the cache policies.</summary>
    public static IServiceCollection AddGrains(this IServiceCollection services) => services
        .AddTenants()
        .AddAuth();

    private static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.AddOptions<TenantsOptions>().BindConfiguration(TenantsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TenantsOptions>, TenantsOptionsValidator>();
        services.AddSingleton<TenantDirectory>();
        return services;
    }
}
