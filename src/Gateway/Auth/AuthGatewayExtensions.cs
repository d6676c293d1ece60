using Bff.ServiceDefaults.Operators;
using Bff.ServiceDefaults.Settings;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>Callers and sessions, as the gateway sees them.</summary>
internal static class AuthGatewayExtensions
{
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSettings<SessionEdgeOptions>(SessionEdgeOptions.Section);
        services.AddOperators();
        services.AddSingleton<CredentialVerdicts>();
        services.AddSingleton<CallerResolver>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SessionWatch>();
        return services;
    }

    public static void AddAuthMutations(this ObjectGraphType mutation)
    {
        mutation.AddSignIn();
        mutation.AddSessions();
    }
}
