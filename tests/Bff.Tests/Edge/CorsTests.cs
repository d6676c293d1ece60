using Bff.Tests.Graph;

namespace Bff.Tests.Edge;

/// <summary>Fetch standard, section 3.2: what a page of ours may send and read across origins.</summary>
public sealed class CorsTests
{
    private readonly SampleSchema schema = new();

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("Authorization")]
    [InlineData("X-Company-Id")]
    [InlineData("GraphQL-Client-Name")]
    [InlineData("GraphQL-Cost")]
    [InlineData("GraphQL-Preflight")]
    [InlineData("Bff-Fence")]
    public async Task A_page_of_ours_may_send_every_header_that_the_endpoint_reads(string header)
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", "http://localhost");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", header);

        using var response = await gateway.Client.SendAsync(request);

        string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers")).Split(", ").ShouldContain(header);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/GraphQL")]
    [InlineData("/GRAPHQL/")]
    public async Task What_stands_before_the_endpoint_stands_before_it_however_its_path_is_written(string path)
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Overload:MaxInFlightPerTenant"] = "1");
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", "http://localhost");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await gateway.Client.SendAsync(request);

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeTrue();
    }

    [Theory]
    [InlineData("Bff-Fence")]
    [InlineData("Retry-After")]
    public async Task A_page_of_ours_may_read_the_headers_that_tell_it_what_to_do(string header)
    {
        await using var gateway = await TestGateway.StartAsync(schema.Compose);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={open}");
        request.Headers.Add("Origin", "http://localhost");

        using var response = await gateway.Client.SendAsync(request);

        string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")).Split(", ").ShouldContain(header);
    }
}
