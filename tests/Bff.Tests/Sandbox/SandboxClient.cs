using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Contract;

namespace Bff.Tests.Sandbox;

/// <summary>
/// A plain HTTP client of one tenant. It knows nothing of the sandbox's own types, so that it sees what any client sees, and it
/// holds every answer against the contract unless the test spoils answers on purpose.
/// </summary>
internal sealed class SandboxClient : IDisposable
{
    private const string Prefix = "/v6/customer-portal";
    private readonly HttpClient _http;
    private readonly string? _tenant;

    public SandboxClient(Uri api, string? tenant)
    {
        _http = new HttpClient { BaseAddress = api, Timeout = TimeSpan.FromSeconds(20) };
        _tenant = tenant;
    }

    /// <summary>Sent as bearer while it is set.</summary>
    public string? Token { get; set; }

    /// <summary>Off where faults or quirks make answers that the contract does not have.</summary>
    public bool ChecksContract { get; init; } = true;

    /// <summary>Sent as Host while it is set.</summary>
    public string? Host { get; set; }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body?.ToJsonString());

    public Task<Answer> PostTextAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Prefix + path);
        if (_tenant is not null)
        {
            request.Headers.Add("X-Company-Id", _tenant);
        }

        request.Headers.Host = Host;
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (ChecksContract && ContractAnswers.OperationOf(method.Method, path) is { } operation)
        {
            ContractAnswers.Errors(operation, (int)response.StatusCode, text).ShouldBeEmpty();
        }

        return new Answer(response.StatusCode, text, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What came back.</summary>
    internal sealed record Answer(HttpStatusCode Status, string Text, string? MediaType, TimeSpan? RetryAfter)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public JsonNode Data => Json["data"]!;

        public JsonArray Items => Data["items"]!.AsArray();

        public string? ErrorCode => (string?)Json["error"]?["code"];

        public IEnumerable<string> InvalidFields =>
            Json["error"]?["details"]?["errors"]?.AsArray().Select(e => (string)e!["field"]!) ?? [];
    }
}
