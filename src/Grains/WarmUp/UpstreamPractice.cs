using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Grains.Caching;
using Bff.Grains.Tenancy;
using Bff.Upstream.Auth;
using Bff.Upstream.Bookings;
using Bff.Upstream.Content;
using Bff.Upstream.Governing;
using Bff.Upstream.Http;
using Bff.Upstream.Membership;
using Bff.Upstream.Shop;
using Bff.Upstream.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Grains.WarmUp;

/// <summary>What stands before a silo's first call of v6, without the call.</summary>
public static class UpstreamPractice
{
    private static readonly Type[] Parts =
    [
        typeof(IBookingsApi), typeof(IAuthApi), typeof(IContentApi), typeof(IShopApi), typeof(IMembershipApi), typeof(ISurveysApi),
        typeof(OwnerCaches), typeof(TenantDirectory),
    ];

    /// <summary>Makes what owners share and the v6 clients with their pipelines, which are otherwise made by the first call.</summary>
    /// <param name="services">The silo's own.</param>
    public static void MakeClients(IServiceProvider services)
    {
        foreach (var part in Parts)
        {
            services.GetRequiredService(part);
        }

        var clients = services.GetRequiredService<IHttpClientFactory>();
        clients.CreateClient(UpstreamClient.Reads).Dispose();
        clients.CreateClient(UpstreamClient.Writes).Dispose();
    }

    /// <summary>Leases a permit for calls of a tenant that there is not, and gives it back.</summary>
    /// <param name="services">The silo's own; it must be active.</param>
    public static async Task LeaseAsync(IServiceProvider services)
    {
        // A new one each time, whose governor is made for this. It is a row in storage for some minutes.
        var nobody = TenantId.Parse($"warm-up-{Guid.NewGuid():N}");
        var governor = services.GetRequiredService<ITenantGovernor>();
        var time = services.GetRequiredService<TimeProvider>();
        await governor.LeaseAsync(nobody, Demand(1));
        await governor.LeaseAsync(nobody, Demand(0));

        TenantDemand Demand(int wanted) => new("", time.GetTimestamp(), InFlight: 0, Held: 0, wanted);
    }
}
