using System.Net.Http.Json;

namespace Bff.Benchmarks;

/// <summary>The whole product in one process on one core: gateway, silo and sandbox.</summary>
internal static class Product
{
    public const string Tenant = "load-00001";

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

    /// <summary>A document, asked of the product or of the raw endpoint beside it.</summary>
    public static HttpRequestMessage Request(Server server, string query, string? session = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/graphql")) { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("X-Company-Id", Tenant);
        if (session is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {session}");
        }

        return request;
    }
}
