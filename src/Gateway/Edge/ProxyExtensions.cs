using Bff.ServiceDefaults.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Gives a request the address that a trusted proxy forwards it for.</summary>
internal static class ProxyExtensions
{
    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddSettings<ProxyOptions>(ProxyOptions.Section);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(static (forwarded, proxies) =>
        {
            // Host and scheme stay those of the request: an ingress hands the host on as it came, and nothing here depends on the scheme.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            forwarded.ForwardLimit = proxies.Value.Hops;

            // The framework's own default is to trust the machine itself.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in proxies.Value.Trusted())
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        return services;
    }

    public static void UseProxies(this WebApplication app)
    {
        // Without a known network the framework would believe everybody.
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
