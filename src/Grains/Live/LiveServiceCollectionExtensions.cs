using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Live;

/// <summary>What owners need that are watched.</summary>
internal static class LiveServiceCollectionExtensions
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LiveOptions>, Validator>();
        services.TryAddSingleton(provider => new LiveTime(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LiveMetrics>();
        services.AddSingleton<LiveOwners>();
        return services;
    }

    private sealed class Validator : IValidateOptions<LiveOptions>
    {
        public ValidateOptionsResult Validate(string? name, LiveOptions options) =>
            options.Failures().ToArray() is { Length: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
