using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Secrets;

/// <summary>Settings with a text from which a sealing key is made. Its default is published, so that the product runs without any settings.</summary>
internal interface ISealingSecret
{
    string Secret { get; }
}

/// <summary>Outside Development a gateway does not start with a text that everybody can read here, or that could be guessed.</summary>
internal sealed class SealingSecretRule<T>(SettingsSection<T> section, IHostEnvironment environment) : IValidateOptions<T>
    where T : class, ISealingSecret, new()
{
    private const int MinLength = 24;

    public ValidateOptionsResult Validate(string? name, T options)
    {
        if (environment.IsDevelopment() || (options.Secret is { Length: >= MinLength } secret && secret != new T().Secret))
        {
            return ValidateOptionsResult.Success;
        }

        var setting = $"{section.Name}:{nameof(ISealingSecret.Secret)}";
        return ValidateOptionsResult.Fail(
            $"{setting} (variable {setting.Replace(":", "__", StringComparison.Ordinal)}): must be a secret of at least {MinLength} characters outside Development, the same on every gateway.");
    }
}

internal static class SealingSecretExtensions
{
    /// <summary>As <see cref="SettingsExtensions.AddSettings{T}"/>, and with a secret that is one.</summary>
    public static void AddSealingSecret<T>(this IServiceCollection services, string section)
        where T : class, ISealingSecret, new()
    {
        services.AddSettings<T>(section);
        services.AddSingleton<IValidateOptions<T>, SealingSecretRule<T>>();
    }
}
