using System.Net;
using Bff.Tests.Graph;

namespace Bff.Tests.Edge;

public sealed class IdePageTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly SampleSchema schema = new();

    [Fact]
    public async Task A_browser_is_led_to_the_page_and_a_client_is_answered()
    {
        await using var gateway = await StartAsync("true");

        using var page = await GetAsync(gateway, "/graphql", Browser);
        using var client = await GetAsync(gateway, "/graphql?query={open}", Browser);

        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.ToString().ShouldBe("/graphql/");
        (await TestGateway.ReadAsync(client)).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task The_page_may_ask_nobody_but_its_own_origin()
    {
        await using var gateway = await StartAsync("true");
        using var page = await GetAsync(gateway, "/graphql/", Browser);

        var policy = string.Join(";", page.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("connect-src 'self';");
        policy.ShouldNotContain("http");
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Without_its_package_the_page_says_what_is_missing()
    {
        await using var gateway = await StartAsync("true", "nowhere.tgz");
        using var page = await GetAsync(gateway, "/graphql/", Browser);

        (await page.Content.ReadAsStringAsync()).ShouldContain("npm package");
    }

    [Fact]
    public async Task It_is_off_outside_of_development_unless_it_is_switched_on()
    {
        await using var gateway = await StartAsync(null);
        using var page = await GetAsync(gateway, "/graphql/", Browser);
        using var file = await GetAsync(gateway, "/graphql/bcp-config.json", "*/*");

        page.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/llms.txt", "X-Company-Id")]
    [InlineData("/connect-v6.openapi.yaml", "openapi: 3")]
    public async Task The_guide_and_the_contract_behind_are_served(string path, string part)
    {
        await using var gateway = await StartAsync(null);

        (await gateway.Client.GetStringAsync(path)).ShouldContain(part);
    }

    private Task<TestGateway> StartAsync(string? enabled, string? package = null) => TestGateway.StartAsync(schema.Compose, builder =>
    {
        builder.Configuration["Gateway:Ide:Enabled"] = enabled;
        if (package is not null)
        {
            builder.Configuration["Gateway:Ide:PackagePath"] = package;
        }
    });

    private static async Task<HttpResponseMessage> GetAsync(TestGateway gateway, string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await gateway.Client.SendAsync(request);
    }
}
