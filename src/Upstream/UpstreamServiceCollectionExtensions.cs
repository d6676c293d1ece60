using System.Net;
using Bff.Upstream.Auth;
using Bff.Upstream.Bookings;
using Bff.Upstream.Content;
using Bff.Upstream.Governing;
using Bff.Upstream.Http;
using Bff.Upstream.Membership;
using Bff.Upstream.Shop;
using Bff.Upstream.Surveys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;

namespace Bff.Upstream;

/// <summary>The v6 client, for the grains of a host.</summary>
public static class UpstreamServiceCollectionExtensions
{
    /// <summary>Adds the v6 client as section <c>Upstream</c> says; see <see cref="UpstreamOptions"/>.</summary>
    public static IServiceCollection AddUpstream(this IServiceCollection services)
    {
        services.AddOptions<UpstreamOptions>().BindConfiguration(UpstreamOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<UpstreamOptions>, UpstreamOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<UpstreamOptions>>().Value);
        services.AddOptions<GovernorOptions>().BindConfiguration(GovernorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GovernorOptions>, GovernorOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<GovernorOptions>>().Value);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        return services.AddPipeline().AddClients();
    }

    private static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton<RetryBudget>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<TenantTraffics>();
        services.AddSingleton<GovernorMetrics>();
        services.AddSingleton<UpstreamMetrics>();
        services.AddSingleton<UpstreamNotices>();
        services.AddSingleton<ReadRetries>();
        services.AddSingleton<UpstreamPipeline>();
        services.AddSingleton<UpstreamClient>();
        services.AddV6Client(UpstreamClient.Reads, (pipeline, builder) => pipeline.BuildForReads(builder));
        services.AddV6Client(UpstreamClient.Writes, (pipeline, builder) => pipeline.BuildForWrites(builder));
        return services;
    }

    private static IServiceCollection AddClients(this IServiceCollection services) => services
        .AddSingleton<IBookingsApi, BookingsApi>()
        .AddSingleton<IAuthApi, AuthApi>()
        .AddSingleton<IContentApi, ContentApi>()
        .AddSingleton<IShopApi, ShopApi>()
        .AddSingleton<IMembershipApi, MembershipApi>()
        .AddSingleton<ISurveysApi, SurveysApi>();

    private static void AddV6Client(
        this IServiceCollection services, string name, Action<UpstreamPipeline, ResiliencePipelineBuilder<HttpResponseMessage>> build)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan)

            // They would write whole URLs, with secrets in their paths.
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, provider) => Configure(handler, provider.GetRequiredService<UpstreamOptions>()));
        client.AddResilienceHandler("pipeline", (builder, context) =>
            build(context.ServiceProvider.GetRequiredService<UpstreamPipeline>(), builder));
        client.AddHttpMessageHandler(provider => new ExchangeHandler(provider.GetRequiredService<UpstreamOptions>().MaxResponseBytes));
    }

    private static void Configure(SocketsHttpHandler handler, UpstreamOptions options)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli;
        handler.ConnectTimeout = options.ConnectTimeout;
        handler.MaxConnectionsPerServer = options.MaxConnections;
        handler.PooledConnectionLifetime = options.ConnectionLifetime;

        // No spans of the HTTP client: see UpstreamMetrics.Activities. The trace header is set by V6Requests.
        handler.ActivityHeadersPropagator = null;
    }
}
