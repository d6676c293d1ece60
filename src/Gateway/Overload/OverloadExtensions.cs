namespace Bff.Gateway.Overload;

internal static class OverloadExtensions
{
    /// <summary>Bounds what is under way at once.</summary>
    public static void AddOverload(this IServiceCollection services)
    {
        services.AddOptions<OverloadOptions>().BindConfiguration(OverloadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AdmissionMetrics>();
        services.AddSingleton<AdmissionGate>();
    }
}
