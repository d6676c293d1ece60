using System.Net;
using Bff.Gateway.Graph;
using Bff.Gateway.Ide;
using Bff.Tests.Auth;
using Bff.Tests.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Edge;

public sealed class IdePageTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly SampleSchema schema = new();

    [Fact]
    public async Task A_browser_is_led_to_the_page_and_a_client_is_answered()
    {
        await using var gateway = await StartAsync("On");

        using var page = await GetAsync(gateway, "/graphql", Browser);
        using var client = await GetAsync(gateway, "/graphql?query={open}", Browser);

        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.ToString().ShouldBe("/graphql/");
        (await TestGateway.ReadAsync(client)).Data("open").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task The_page_may_ask_nobody_but_its_own_origin()
    {
        await using var gateway = await StartAsync("On");
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
        await using var gateway = await StartAsync("On", "nowhere.tgz");
        using var page = await GetAsync(gateway, "/graphql/", Browser);

        (await page.Content.ReadAsStringAsync()).ShouldContain("npm package");
    }

    [Fact]
    public async Task With_another_package_the_page_says_so_each_time_and_serves_nothing_of_it()
    {
        var other = Path.Combine(Path.GetTempPath(), $"package-{Guid.NewGuid():n}.tgz");
        await File.WriteAllTextAsync(other, "no package at all");
        await using var gateway = await StartAsync("On", other);

        for (var i = 0; i < 2; i++)
        {
            using var page = await GetAsync(gateway, "/graphql/", Browser);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await page.Content.ReadAsStringAsync()).ShouldContain("made for");
        }

        File.Delete(other);
    }

    [Fact]
    public async Task The_page_is_told_where_to_ask_for_which_tenant_and_to_tell_nobody()
    {
        await using var gateway = await StartAsync("On");
        using var response = await GetAsync(gateway, "/graphql/bcp-config.json", "*/*");
        (await gateway.Client.GetAsync("/graphql/index.html")).Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(0);

        // Where the page's package is missing there are no settings either.
        if (response.Content.Headers.ContentType!.MediaType != "application/json")
        {
            File.Exists(Path.Combine(AppContext.BaseDirectory, IdePackage.FileName)).ShouldBeFalse();
            return;
        }

        var settings = await TestGateway.ReadAsync(response);
        settings.GetProperty("useBrowserUrlAsEndpoint").GetBoolean().ShouldBeTrue("the WebSocket's address is made of it too");
        settings.GetProperty("includeCookies").GetBoolean().ShouldBeTrue();
        settings.GetProperty("useGet").GetBoolean().ShouldBeFalse();
        settings.GetProperty("httpHeaders").GetProperty("X-Company-Id").GetString().ShouldBe("salon-hk");
        settings.GetProperty("disableTelemetry").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_query_that_the_page_begins_with_changes_nothing_and_fits_the_schema()
    {
        await using var product = await TestGateway.StartAsync(ProductSchema.Compose, builder => builder.Configuration["Gateway:Ide:Access"] = "On");
        var prepared = await product.Services.GetRequiredService<GraphEngine>().PrepareAsync(new GraphRequest(IdePage.FirstQuery, null, null, null));

        prepared.Problems.ShouldBeEmpty();
        prepared.Plan!.Operation.Operation.ShouldBe(GraphQLParser.AST.OperationType.Query);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("another key of the tests, too", 401)]
    [InlineData(Operator.Key, 200)]
    public async Task Where_an_operator_key_is_set_the_page_is_for_operators(string? key, int status)
    {
        await using var gateway = await StartAsync(null, settings: ("Operator:Key", Operator.Key));
        if (key is not null)
        {
            gateway.Client.DefaultRequestHeaders.Add("Authorization", Operator.Authorization(key));
        }

        using var page = await GetAsync(gateway, "/graphql/", Browser);

        ((int)page.StatusCode).ShouldBe(status);
        page.Headers.WwwAuthenticate.Count.ShouldBe(status == 401 ? 1 : 0);
    }

    [Theory]
    [InlineData("/schema.graphql")]
    [InlineData("/llms.txt")]
    [InlineData("/connect-v6.openapi.yaml")]
    public async Task A_client_that_has_a_text_already_is_told_so(string path)
    {
        await using var gateway = await StartAsync(null);
        using var first = await gateway.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await gateway.Client.SendAsync(request);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
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

    private Task<TestGateway> StartAsync(string? access, string? package = null, params (string Key, string Value)[] settings) => TestGateway.StartAsync(schema.Compose, builder =>
    {
        builder.Configuration["Gateway:Ide:Access"] = access;
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

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
