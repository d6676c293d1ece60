using Bff.Caching;
using Bff.Gateway.AccessLog;
using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Connections;
using Bff.Gateway.Ide;
using Bff.Gateway.Limits;
using Bff.Gateway.Live;
using Bff.Gateway.Overload;
using Bff.Gateway.RateLimits;
using Bff.Gateway.RealTime;
using Bff.Gateway.ResponseCache;
using Bff.Gateway.Secrets;
using Bff.Gateway.Tenancy;
using Bff.Gateway.TrustedDocuments;
using Bff.ServiceDefaults.Operators;
using Bff.ServiceDefaults.Settings;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bff.Gateway;

/// <summary>What a gateway is. How it reaches the cluster is said elsewhere, so a test can bring its own.</summary>
public static class GatewayHostExtensions
{
    /// <summary>Adds the schema, the engine and the edge.</summary>
    public static TBuilder AddGateway<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddCacheEnvironment();
        builder.Services.AddChanges();
        builder.Services.AddTenancy();
        builder.Services.AddCallers();
        builder.Services.AddGraph();
        builder.Services.AddProxies();
        builder.Services.AddOverload();
        builder.Services.AddEdge();
        return builder;
    }

    /// <summary>Maps <c>/graphql</c> with its page for developers, <c>/schema.graphql</c>, <c>/llms.txt</c> and the v6 contract.</summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseProxies();

        // As routing compares paths. What has no place is turned away before anything is looked up for it.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase), graph =>
        {
            graph.UseRealTime();
            graph.UseMiddleware<AdmissionMiddleware>();
            graph.UseMiddleware<OperatorMark>();
            graph.UseMiddleware<StorefrontCors>();
            graph.UseGraphEndpoint();
        });
        app.UseRouting();
        app.MapOperatorSessions();
        app.MapPurge();
        app.MapWebhook();
        app.MapIde();
        app.MapText("/schema.graphql", "application/graphql", () => SchemaText.Print(app.Services.GetRequiredService<ISchema>()));
        return app;
    }

    private static void AddCacheEnvironment(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CacheMetrics>(provider, "near"));
        services.AddSingleton(provider => new CacheEnvironment(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<CacheMetrics>()));
    }

    private static void AddGraph(this IServiceCollection services)
    {
        services.AddSealingSecret<CursorOptions>(CursorOptions.Section);
        services.AddSettings<DocumentLimits>(DocumentLimits.Section);
        services.AddSingleton(provider => new CursorCodec(provider.GetRequiredService<IOptions<CursorOptions>>().Value.Key()));
        services.TryAddSingleton<SchemaComposition>(ProductSchema.Compose);
        services.AddSingleton<ISchema>(provider => new BffSchema(provider, provider.GetRequiredService<SchemaComposition>()));
        services.AddSingleton<GraphEngine>();
    }

    private static void AddEdge(this IServiceCollection services)
    {
        services.AddSettings<EdgeOptions>(EdgeOptions.Section);
        services.AddSingleton<BodyReader>();
        services.AddSingleton<KnownRequests>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<IntrospectionRule>();
        services.AddSingleton(provider => new OperatorCredentials(provider.GetRequiredService<IConfiguration>().OperatorKey()));
        services.AddSingleton<OperationLog>();
        services.AddSingleton<OperationRunner>();
        services.AddSettings<TrustedDocumentOptions>(TrustedDocumentOptions.Section);
        services.AddTrustedDocuments();
        services.AddSettings<RateLimitOptions>(RateLimitOptions.Section);
        services.AddRateLimits();
        services.AddSettings<ResponseCacheOptions>(ResponseCacheOptions.Section);
        services.AddResponseCache();
        services.AddSettings<RealTimeOptions>(RealTimeOptions.Section);
        services.AddRealTime();
        services.AddSettings<LiveFeedOptions>(LiveFeedOptions.Section);
        services.AddSingleton<LiveFeeds>();
        services.AddSettings<IdeOptions>(IdeOptions.Section);
        services.AddSingleton<IdePage>();
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton<ReplyRenderer>();
        services.AddSingleton<ReplySender>();
        services.AddSingleton<GraphEndpoint>();
    }
}
