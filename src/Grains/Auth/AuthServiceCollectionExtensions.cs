using Microsoft.Extensions.DependencyInjection;

namespace Bff.Grains.Auth;

/// <summary>What the grains of this folder, and others that call v6 for a customer, need.</summary>
internal static class AuthServiceCollectionExtensions
{
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddOptions<TokenVerdictOptions>()
            .BindConfiguration(TokenVerdictOptions.Section)
            .Validate(o => o.KeepFor >= TimeSpan.Zero && o.KeepFor <= TimeSpan.FromMinutes(1), "Auth:OwnTokens:KeepFor must be between 0 and 60 s.")
            .ValidateOnStart();
        services.AddSingleton<ICallerTokens, CallerTokens>();
        return services;
    }
}
