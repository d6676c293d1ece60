namespace Bff.Gateway.ResponseCache;

internal static class ResponseCacheExtensions
{
    public static void AddResponseCache(this IServiceCollection services)
    {
        services.AddSingleton<PublicReplies>();
        services.AddSingleton<VerdictHeader>();
    }
}
