using Bff.Gateway.Secrets;
using Bff.ServiceDefaults.Settings;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Changes;

internal static class ChangesExtensions
{
    /// <summary>Keeps copies of what owners answered, and drops them when they change.</summary>
    public static void AddChanges(this IServiceCollection services)
    {
        services.AddSettings<NearCacheOptions>(NearCacheOptions.Section);
        services.AddSealingSecret<FenceOptions>(FenceOptions.Section);
        services.AddSettings<WebhookOptions>(WebhookOptions.Section);
        services.AddSingleton<NearCopies>();
        services.AddSingleton<LocalChanges>();
        services.AddSingleton(provider => new FenceCodec(provider.GetRequiredService<IOptions<FenceOptions>>().Value.Key()));
        services.AddSingleton<SessionFences>();
        services.AddSingleton<FenceGate>();
        services.AddHostedService<ChangeListener>();
    }
}
