using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bff.ServiceDefaults.Settings;

/// <summary>One way to bind an options class and to refuse a bad value at start.</summary>
public static class SettingsExtensions
{
    /// <summary>
    /// Binds <typeparamref name="T"/> to a section and checks it when the host starts: its data annotations, and
    /// <see cref="System.ComponentModel.DataAnnotations.IValidatableObject"/> for rules over several values.
    /// Every failure of every class is reported at once, each with its setting and environment variable. May be called twice.
    /// </summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        if (services.Any(service => service.ServiceType == typeof(SettingsSection<T>)))
        {
            return services;
        }

        services.AddSingleton(new SettingsSection<T>(section));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>, SettingsValidator<T>>());
        services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        return services;
    }
}
