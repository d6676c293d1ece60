namespace Bff.Benchmarks;

/// <summary>The whole product in one process on one core: gateway, silo and sandbox.</summary>
internal static class Product
{
    /// <summary>Starts it without limits on callers, since all load comes from one address.</summary>
    /// <param name="http">Asks whether it is ready.</param>
    /// <param name="admin">Where the sandbox's admin endpoints shall be.</param>
    /// <param name="settings">What a bench wants otherwise, as arguments.</param>
    public static Task<Server> StartAsync(HttpClient http, Uri admin, params string[] settings) => Server.StartAsync(
        url =>
        [
            Path.Combine(Baseline.Programs, "Bff.Standalone.dll"), "--urls", url.ToString(),
            "--SiloUrls", $"{Server.FreeAddress()}", "--Sandbox:ApiUrl", $"{Server.FreeAddress()}", "--Sandbox:AdminUrl", $"{admin}",
            "--Cluster:SiloPort", $"{Server.FreeAddress().Port}", "--Cluster:GatewayPort", $"{Server.FreeAddress().Port}",
            "--Sandbox:AdminEnabled", "true",
            "--Gateway:RateLimits:CallerPerSecond", "0", "--Gateway:RateLimits:TenantPerSecond", "0", "--Gateway:RateLimits:MutationsPerMinute", "0",
            .. settings,
        ],
        http);
}
