using System.Net;
using System.Text;
using System.Text.Json;

namespace Bff.Tests.Fixture;

/// <summary>A frontend: sends documents, reads replies.</summary>
internal sealed class StorefrontClient(Uri gateway, string? tenant)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Sends a document and gives the whole reply.</summary>
    public Task<StorefrontReply> SendAsync(string document, object? variables = null, params (string Name, string Value)[] headers) =>
        SendBodyAsync(JsonSerializer.Serialize(new { query = document, variables }), headers);

    /// <summary>Sends a document that must succeed and gives its <c>data</c>.</summary>
    public async Task<JsonElement> QueryAsync(string document, object? variables = null)
    {
        var reply = await SendAsync(document, variables);
        reply.Errors.ShouldBeEmpty(reply.Text);
        return reply.Data;
    }

    /// <summary>Sends a body as it is.</summary>
    public async Task<StorefrontReply> SendBodyAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, "/graphql"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (tenant is not null)
        {
            request.Headers.Add("X-Company-Id", tenant);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        return new StorefrontReply(response.StatusCode, await response.Content.ReadAsStringAsync())
        {
            Headers = [.. response.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")],
            SetCookies = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        };
    }
}

/// <summary>What came back.</summary>
internal sealed record StorefrontReply(HttpStatusCode Status, string Text)
{
    private readonly JsonElement json = JsonDocument.Parse(Text).RootElement;

    /// <summary>Headers that came with it, <c>Name: value</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Cookies that came with it, as they stand in the headers.</summary>
    public IReadOnlyList<string> SetCookies { get; init; } = [];

    public JsonElement Data => json.TryGetProperty("data", out var data) ? data : default;

    public IReadOnlyList<JsonElement> Errors => json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>What the caller has changed, to be sent back; null when it was told nothing.</summary>
    public string? Fence => json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("fence", out var fence) ? fence.GetString() : null;

    /// <summary>Codes of the top-level errors, in order.</summary>
    public IReadOnlyList<string?> Codes => [.. Errors.Select(error => error.GetProperty("extensions").GetProperty("code").GetString())];
}
