using Bff.Caching;
using Bff.Grains.Auth;
using Bff.Grains.Bookings;
using Bff.Grains.Caching;
using Bff.Grains.Changes;
using Bff.Grains.Cluster;
using Bff.Grains.Live;
using Bff.Grains.Mutations.Receipts;
using Bff.Grains.Tenancy;
using Bff.Upstream;
using Bff.Upstream.Governing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Grains;

/// <summary>What the grains need from their host.</summary>
public static class GrainsServiceCollectionExtensions
{
    /// <summary>Adds the v6 client, the tenants' settings and the owners' caches, sessions and receipts.</summary>
    public static IServiceCollection AddGrains(this IServiceCollection services) => services
        .AddUpstream()
        .AddSingleton<ITenantGovernor, GrainGovernor>()
        .AddSingleton<ILifecycleParticipant<ISiloLifecycle>, PermitReturn>()
        .AddTenants()
        .AddOwnerCaches()
        .AddChanges()
        .AddLive()
        .AddAuth()
        .AddBookings()
        .AddReceipts();

    private static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.AddOptions<TenantsOptions>().BindConfiguration(TenantsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TenantsOptions>, TenantsOptionsValidator>();
        services.AddSingleton<TenantDirectory>();
        return services;
    }

    private static IServiceCollection AddOwnerCaches(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CacheMetrics>(provider, "owner"));
        services.AddSingleton(provider => new CacheEnvironment(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<CacheMetrics>()));
        services.AddOptions<OwnerCacheOptions>()
            .BindConfiguration(OwnerCacheOptions.Section)
            .Validate(options => options.Entries is >= 1 and <= OwnerCacheOptions.MostEntries, $"{OwnerCacheOptions.Section}:Entries must be 1 to {OwnerCacheOptions.MostEntries}.")
            .ValidateOnStart();
        services.AddSingleton(new TenantCacheLimits());
        services.AddSingleton(provider => new CacheSpace(provider.GetRequiredService<IOptions<OwnerCacheOptions>>().Value.Entries));
        services.AddSingleton<CachePolicies>();
        services.AddSingleton<OwnerCaches>();
        return services;
    }

    private static IServiceCollection AddChanges(this IServiceCollection services)
    {
        services.AddOptions<ChangeOptions>()
            .BindConfiguration(ChangeOptions.Section)
            .Validate(options => options.CollectFor >= TimeSpan.Zero && options.CollectFor <= ChangeOptions.Longest, $"{ChangeOptions.Section}:CollectFor must be 0 to 5 seconds.")
            .ValidateOnStart();
        services.AddSingleton<PurgeLog>();
        services.AddSingleton<ChangePublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangePublisher>());
        services.AddHostedService<PurgeListener>();
        return services;
    }
}
