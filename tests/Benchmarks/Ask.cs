using System.Text;
using System.Text.Json;

namespace Bff.Benchmarks;

/// <summary>One request that is sent again and again.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Tenant">Value of <c>X-Company-Id</c>.</param>
/// <param name="Body">JSON body; null without one.</param>
/// <param name="Session">Bearer; null without one.</param>
internal sealed record Ask(string Method, string Path, string Tenant, string? Body = null, string? Session = null)
{
    private const string Json = "application/json";

    public static Ask Query(string document, string? session = null) =>
        new("POST", "/graphql", Product.Tenant, JsonSerializer.Serialize(new { query = document }), session);

    public static Ask Get(string path, string tenant) => new("GET", path, tenant);

    /// <summary>As <c>wrk</c> reads it.</summary>
    public string ToLua()
    {
        var script = new StringBuilder();
        script.AppendLine($"wrk.method = {Quote(Method)}");
        script.AppendLine($"wrk.headers['X-Company-Id'] = {Quote(Tenant)}");
        if (Session is not null)
        {
            script.AppendLine($"wrk.headers['Authorization'] = {Quote("Bearer " + Session)}");
        }

        if (Body is not null)
        {
            script.AppendLine($"wrk.headers['Content-Type'] = {Quote(Json)}");
            script.AppendLine($"wrk.body = {Quote(Body)}");
        }

        return script.ToString();
    }

    /// <summary>As the HTTP client sends it.</summary>
    public HttpRequestMessage ToRequest(Uri server)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(Method), new Uri(server, Path));
        request.Headers.Add("X-Company-Id", Tenant);
        if (Session is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {Session}");
        }

        request.Content = Body is null ? null : new StringContent(Body, Encoding.UTF8, Json);
        return request;
    }

    // A long bracket whose level stands nowhere in the text.
    private static string Quote(string text)
    {
        var level = "";
        while (text.Contains($"]{level}]", StringComparison.Ordinal) || text.EndsWith($"]{level}", StringComparison.Ordinal))
        {
            level += "=";
        }

        return $"[{level}[{text}]{level}]";
    }
}
