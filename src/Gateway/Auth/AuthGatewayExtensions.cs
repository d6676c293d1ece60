namespace Bff.Gateway.Auth;

/// <summary>What the gateway needs to know its callers.</summary>
internal static class AuthGatewayExtensions
{
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddOptions<SessionEdgeOptions>().BindConfiguration(SessionEdgeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CredentialVerdicts>();
        services.AddSingleton<ICallerResolver, CallerResolver>();
        return services;
    }
}
