using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream;
using Bff.Upstream.Bookings;
using Bff.Upstream.Surveys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bff.Tests.Upstream;

/// <summary>The v6 client as a host builds it, pointed at a server of the test.</summary>
internal sealed class UpstreamHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = TenantId.Parse("salon-hk");
    public static readonly EntityId Service = EntityId.Parse("svc-1");
    public static readonly CustomerToken Token = CustomerToken.Parse("secret.token");

    private readonly ServiceProvider provider;

    public UpstreamHost(Uri address, Action<UpstreamOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        collection.AddUpstream();
        collection.Configure<UpstreamOptions>(options =>
        {
            options.BaseAddress = address;
            options.RetryBackoff = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        services?.Invoke(collection);
        provider = collection.BuildServiceProvider();
    }

    public CapturedLog Log { get; } = new();

    public IBookingsApi Bookings => Get<IBookingsApi>();

    public ISurveysApi Surveys => Get<ISurveysApi>();

    public static V6GuestBookingRequest Booking { get; } = new(
        "svc-1", DateTimeOffset.Parse("2026-11-24T10:00:00+08:00", null), DateTimeOffset.Parse("2026-11-24T11:00:00+08:00", null),
        "Ann Guest", "+85291234567", "ann@example.org", null, null);

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
