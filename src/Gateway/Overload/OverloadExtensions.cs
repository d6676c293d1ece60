using Bff.ServiceDefaults.Settings;

namespace Bff.Gateway.Overload;

internal static class OverloadExtensions
{
    /// <summary>Bounds what is under way at once.</summary>
    public static void AddOverload(this IServiceCollection services)
    {
        services.AddSettings<OverloadOptions>(OverloadOptions.Section);
        services.AddSingleton<AdmissionMetrics>();
        services.AddSingleton<AdmissionGate>();
    }
}
