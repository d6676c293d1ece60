using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

internal static class RealTimeExtensions
{
    /// <summary>Connections that stay open.</summary>
    public static void AddRealTime(this IServiceCollection services)
    {
        services.AddSingleton<EventRunner>();
        services.AddSingleton<HostClosing>();
        services.AddSingleton<ConnectionSeats>();
        services.AddSingleton<ServerMessages>();
        services.AddSingleton<SocketTools>();
        services.AddSingleton<Handshake>();
        services.AddSingleton<SocketEndpoint>();
        services.AddSingleton<EventStreams>();
    }

    /// <summary>Understands requests that want to become a WebSocket, and proves quiet ones to be alive.</summary>
    public static void UseRealTime(this IApplicationBuilder app)
    {
        var pause = TimeSpan.FromSeconds(app.ApplicationServices.GetRequiredService<IOptions<RealTimeOptions>>().Value.KeepAliveSeconds);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = pause, KeepAliveTimeout = pause });
    }
}
