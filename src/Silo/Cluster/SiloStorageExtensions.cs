using Bff.Grains.Auth;
using Bff.Grains.Mutations.Receipts;
using Bff.ServiceDefaults.Cluster;
using Orleans.Providers;

namespace Bff.Silo.Cluster;

/// <summary>Where grains keep what must outlive them.</summary>
internal static class SiloStorageExtensions
{
    // Named apart, so that one of them can move to a Redis of its own.
    private static readonly string[] Stores =
        [ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, SessionStorage.Name, ReceiptOptions.Storage, "slot-days", "tenant-leases"];

    public static ISiloBuilder AddConfiguredStorage(this ISiloBuilder silo)
    {
        var cluster = silo.Configuration.GetSection(ClusteringOptions.Section).Get<ClusteringOptions>() ?? new();
        foreach (var store in Stores)
        {
            _ = cluster.Clustering == Clustering.Redis ? silo.AddRedisStore(store) : silo.AddMemoryGrainStorage(store);
        }

        return silo;
    }

    // A cleared state leaves no row: otherwise every session that ever ended would stay in Redis.
    private static ISiloBuilder AddRedisStore(this ISiloBuilder silo, string name) => silo.AddRedisGrainStorage(name, builder =>
        builder.Configure<IServiceProvider>((options, services) =>
        {
            options.ConfigurationOptions = silo.Configuration.Redis().ToConfiguration();
            options.DeleteStateOnClear = true;
            options.EntryExpiry = ExpiryOf(name, services, silo.Configuration);
        }));

    private static TimeSpan? ExpiryOf(string store, IServiceProvider services, IConfiguration configuration) => store switch
    {
        SessionStorage.Name => SessionStorage.RowsLiveFor(services),

        // A wrong setting is reported at start, after this; Redis would refuse a time that is not positive with words of its own.
        ReceiptOptions.Storage => Receipts(configuration).KeepFor is { Ticks: > 0 } keepFor ? keepFor : new ReceiptOptions().KeepFor,

        // Longer than any place is held (30 minutes at most): what a silo that died has left behind.
        "slot-days" => TimeSpan.FromHours(1),

        // Longer than any lease and any call (a minute each at most).
        "tenant-leases" => TimeSpan.FromMinutes(10),
        _ => null,
    };

    private static ReceiptOptions Receipts(IConfiguration configuration) => configuration.GetSection(ReceiptOptions.Section).Get<ReceiptOptions>() ?? new();
}
