namespace Bff.Gateway.TrustedDocuments;

internal static class TrustedDocumentExtensions
{
    public static void AddTrustedDocuments(this IServiceCollection services)
    {
        services.AddSingleton<ManifestWatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<ManifestWatcher>());
        services.AddSingleton<DocumentFinder>();
    }
}
