using Bff.Grains.Auth.Limits;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <summary>What the grains of this folder, and others that call v6 for a customer, need.</summary>
internal static class AuthServiceCollectionExtensions
{
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddAuthOptions();
        services.TryAddSingleton(provider => new AuthTime(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SessionProtector>();
        services.AddSingleton<SessionKeyCheck>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SessionKeyCheckAtStart>();
        services.AddSingleton<TenantEpochs>();
        services.AddSingleton<SessionMetrics>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<CustomerAuthority>();
        services.AddSingleton<ICustomerAuthority>(provider => provider.GetRequiredService<CustomerAuthority>());
        services.AddSingleton<ICallerTokens, CallerTokens>();
        return services;
    }

    private static void AddAuthOptions(this IServiceCollection services)
    {
        services.AddOptions<TokenVerdictOptions>().BindConfiguration(TokenVerdictOptions.Section).ValidateOnStart();
        services.AddOptions<SessionOptions>().BindConfiguration(SessionOptions.Section).ValidateOnStart();
        services.AddOptions<SignInLimitOptions>().BindConfiguration(SignInLimitOptions.Section).ValidateOnStart();
        services.AddOptions<SessionKeyOptions>().BindConfiguration(SessionKeyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TokenVerdictOptions>>(new FailureListValidator<TokenVerdictOptions>(options => options.Failures()));
        services.AddSingleton<IValidateOptions<SessionOptions>>(new FailureListValidator<SessionOptions>(options => options.Failures()));
        services.AddSingleton<IValidateOptions<SignInLimitOptions>>(new FailureListValidator<SignInLimitOptions>(options => options.Failures()));
        services.AddSingleton<IValidateOptions<SessionKeyOptions>>(new FailureListValidator<SessionKeyOptions>(options => options.Failures()));
    }

    /// <summary>Reports all of an options class's own findings at once.</summary>
    private sealed class FailureListValidator<T>(Func<T, IEnumerable<string>> failuresOf) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            failuresOf(options).ToArray() is { Length: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
