using System.IO.Compression;
using System.Net;
using Bff.Tests.Graph;

namespace Bff.Tests.Edge;

public sealed class CacheHeaderTests : IAsyncLifetime
{
    // A token of v6 itself: no cluster is asked about what its bearer has changed.
    private static readonly (string, string) Signed = ("Authorization", "Bearer aaaa.bbbb.cccc");

    private readonly SampleSchema schema = new();
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(schema.Compose);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData("{ open }", "public, max-age=300")]
    [InlineData("{ open brief }", "public, max-age=30")]
    [InlineData("{ open __typename }", "public, max-age=300")]
    [InlineData("{ nodes { id children { name } } }", "public, max-age=300")]
    [InlineData("{ offer }", "public, max-age=60")]
    [InlineData("{ open personal }", "no-store, private")]
    [InlineData("{ open unmarked }", "no-store, private")]
    [InlineData("{ nope }", "no-store, private")]
    public async Task The_shortest_and_most_private_field_decides(string query, string expected)
    {
        using var response = await GetAsync(query);

        Header(response, "Cache-Control").ShouldBe(expected);
        Header(response, "Vary").ShouldContain("X-Company-Id");
    }

    [Fact]
    public async Task A_field_that_a_session_changes_is_private_to_callers_who_bring_one()
    {
        using var response = await GetAsync("{ offer }", Signed);

        Header(response, "Cache-Control").ShouldBe("no-store, private");
        Header(response, "Vary").ShouldContain("Cookie");
    }

    [Theory]
    [InlineData("Bff-Fence")]
    [InlineData("GraphQL-Cost")]
    public async Task A_cache_tells_apart_what_the_endpoint_tells_apart(string header)
    {
        using var response = await GetAsync("{ open }");

        Header(response, "Vary").Split(", ").ShouldContain(header);
    }

    [Fact]
    public async Task Who_has_signed_in_asks_each_time_for_what_is_public_so_that_its_own_changes_show()
    {
        using var first = await GetAsync("{ open }", Signed);
        using var again = await GetAsync("{ open }", Signed, ("If-None-Match", Header(first, "ETag")));

        Header(first, "Cache-Control").ShouldBe("no-cache, private");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Cookies_of_others_are_no_session()
    {
        using var response = await GetAsync("{ offer }", ("Cookie", "_ga=GA1.1.1; theme=dark"));

        Header(response, "Cache-Control").ShouldBe("public, max-age=60");
    }

    [Fact]
    public async Task A_reply_is_not_kept_longer_than_what_it_was_made_of()
    {
        schema.FreshUntil = TimeProvider.System.GetUtcNow().AddSeconds(10);
        using var response = await GetAsync("{ open }");

        response.Headers.CacheControl!.MaxAge!.Value.TotalSeconds.ShouldBeInRange(5, 10);
    }

    [Fact]
    public async Task A_client_that_has_the_reply_gets_304()
    {
        using var first = await GetAsync("{ open }");
        var tag = Header(first, "ETag");
        using var again = await GetAsync("{ open }", ("If-None-Match", tag));
        using var other = await GetAsync("{ brief }", ("If-None-Match", tag));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_long_public_reply_is_compressed_as_the_client_likes(string encoding)
    {
        using var response = await GetAsync("{ nodes(first: 100) { id name number } }", ("Accept-Encoding", encoding));

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        await using var raw = await response.Content.ReadAsStreamAsync();
        await using Stream stream = encoding == "br" ? new BrotliStream(raw, CompressionMode.Decompress) : new GZipStream(raw, CompressionMode.Decompress);
        using var text = new StreamReader(stream);
        (await text.ReadToEndAsync()).ShouldContain("n100");
    }

    [Theory]
    [InlineData("{ nodes(first: 100) { id name number } personal }")]
    [InlineData("{ open }")]
    public async Task A_private_or_short_reply_is_never_compressed(string query)
    {
        using var response = await GetAsync(query, ("Accept-Encoding", "br, gzip"));

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    private async Task<HttpResponseMessage> GetAsync(string query, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await gateway.Client.SendAsync(request);
    }
}
