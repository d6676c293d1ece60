using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bff.Tests.Graph;

namespace Bff.Tests.Edge;

/// <summary>GraphQL over HTTP, https://graphql.github.io/graphql-over-http/draft/.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string GraphResponse = "application/graphql-response+json";

    private readonly SampleSchema schema = new();
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(schema.Compose);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/graphql-response+json", GraphResponse)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphResponse)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", GraphResponse)]
    [InlineData("application/graphql-response+json;q=0.1, application/json", Json)]
    [InlineData("text/html, application/json;q=0.9", Json)]
    public async Task The_reply_comes_in_the_media_type_that_was_asked_for(string? accept, string expected)
    {
        using var response = await PostAsync("""{"query":"{ open }"}""", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        response.Content.Headers.ContentType.CharSet.ShouldBe("utf-8");
    }

    [Theory]
    [InlineData("""{"query":"{ open"}""", "GRAPHQL_PARSE_FAILED", 200, 400)]
    [InlineData("""{"query":"{ nope }"}""", "GRAPHQL_VALIDATION_FAILED", 200, 400)]
    [InlineData("""{"query":""}""", "GRAPHQL_PARSE_FAILED", 200, 400)]
    [InlineData("""{"query":"{ open }","operationName":"nope"}""", "OPERATION_NOT_FOUND", 200, 400)]
    [InlineData("""{"query":"query($n: Int!) { nodes(first: $n) { id } }","variables":{"n":"x"}}""", "BAD_USER_INPUT", 200, 400)]
    [InlineData("""{"query":"query($n: Int!) { nodes(first: $n) { id } }"}""", "BAD_USER_INPUT", 200, 400)]
    [InlineData("""{"query":"subscription { x }"}""", "GRAPHQL_VALIDATION_FAILED", 200, 400)]
    [InlineData("""{"query":"{ open }","variables":[]}""", "BAD_REQUEST", 400, 400)]
    [InlineData("""{"query":"{ open }","extensions":"x"}""", "BAD_REQUEST", 400, 400)]
    [InlineData("""{"query":{"a":1}}""", "BAD_REQUEST", 400, 400)]
    [InlineData("""{"operationName":"x"}""", "BAD_REQUEST", 400, 400)]
    [InlineData("""{"query":"{ open }"}{"query":"{ open }"}""", "BAD_REQUEST", 400, 400)]
    [InlineData("""{"query":"{ open }" """, "BAD_REQUEST", 400, 400)]
    [InlineData("""[{"query":"{ open }"}]""", "BAD_REQUEST", 400, 400)]
    [InlineData("\"{ open }\"", "BAD_REQUEST", 400, 400)]
    [InlineData("null", "BAD_REQUEST", 400, 400)]
    [InlineData("", "BAD_REQUEST", 400, 400)]
    public async Task A_request_that_is_not_run_says_why_with_the_status_of_its_media_type(string body, string code, int json, int graphResponse)
    {
        using var legacy = await PostAsync(body, Json);
        using var modern = await PostAsync(body, GraphResponse);

        ((int)legacy.StatusCode).ShouldBe(json);
        ((int)modern.StatusCode).ShouldBe(graphResponse);
        (await TestGateway.ReadAsync(legacy)).Code().ShouldBe(code);
        (await TestGateway.ReadAsync(modern)).TryGetProperty("data", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_media_type_that_cannot_be_given_is_406_and_still_json()
    {
        using var response = await PostAsync("""{"query":"{ open }"}""", "text/html");

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("NOT_ACCEPTABLE");
    }

    [Fact]
    public async Task A_query_may_come_by_get_with_its_variables()
    {
        var query = Uri.EscapeDataString("query A($t: String) { echo(text: $t) } query B { open }");
        using var response = await gateway.Client.GetAsync($"/graphql?query={query}&operationName=A&variables={Uri.EscapeDataString("""{"t":"hi"}""")}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TestGateway.ReadAsync(response)).Data("echo").GetString().ShouldBe("hi");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query={open}&variables=[]")]
    [InlineData("?query={open}&variables={")]
    [InlineData("?query={open}&query={brief}")]
    public async Task A_get_that_is_no_request_is_a_client_error(string query)
    {
        using var response = await gateway.Client.GetAsync("/graphql" + query);

        ((int)response.StatusCode).ShouldBeOneOf(200, 400);
        (await TestGateway.ReadAsync(response)).Code().ShouldBeOneOf("BAD_REQUEST", "GRAPHQL_PARSE_FAILED");
    }

    [Theory]
    [InlineData(Json)]
    [InlineData(GraphResponse)]
    public async Task A_mutation_by_get_is_405_in_every_media_type_and_changes_nothing(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("mutation { touch { text } }"));
        request.Headers.Add("Accept", accept);
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await gateway.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("METHOD_NOT_ALLOWED");
        schema.Changes.ShouldBe(0);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var response = await gateway.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("METHOD_NOT_ALLOWED");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task What_a_form_of_another_site_can_send_is_refused(string? contentType)
    {
        using var response = await SendAsync("""{"query":"mutation { touch { text } }"}""", contentType);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("CROSS_SITE_REFUSED");
        schema.Changes.ShouldBe(0);
    }

    [Theory]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_in_another_form_is_unsupported(string contentType)
    {
        using var response = await SendAsync("{ open }", contentType);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task The_preflight_header_vouches_for_any_content_type()
    {
        using var response = await SendAsync("""{"query":"mutation { touch { text } }"}""", "text/plain", ("GraphQL-Preflight", "1"));

        (await TestGateway.ReadAsync(response)).Data("touch").GetProperty("text").GetString().ShouldBe("touched");
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost.evil.example", 403)]
    [InlineData("http://localhost", 200)]
    [InlineData(null, 200)]
    public async Task A_mutation_from_a_foreign_origin_is_refused(string? origin, int status)
    {
        (string, string)[] headers = origin is null ? [] : [("Origin", origin)];
        using var response = await SendAsync("""{"query":"mutation { touch { text } }"}""", Json, headers);

        ((int)response.StatusCode).ShouldBe(status);
        schema.Changes.ShouldBe(status == 200 ? 1 : 0);
    }

    [Fact]
    public async Task Without_a_tenant_only_the_schema_itself_can_be_asked()
    {
        gateway.Client.DefaultRequestHeaders.Remove("X-Company-Id");

        using var refused = await PostAsync("""{"query":"{ open }"}""", Json);
        using var meta = await PostAsync("""{"query":"{ __typename }"}""", Json);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TestGateway.ReadAsync(refused)).Code().ShouldBe("TENANT_REQUIRED");
        (await TestGateway.ReadAsync(meta)).Data("__typename").GetString().ShouldBe("Query");
    }

    [Fact]
    public async Task Batching_is_capped_and_each_item_gets_its_own_answer()
    {
        await using var batching = await TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Edge:MaxBatch"] = "3");
        using var three = await batching.Client.PostAsync("/graphql", Body("""[{"query":"{ open }"},{"query":"{ nope }"},{"query":"{ brief }"}]"""));
        using var four = await batching.Client.PostAsync("/graphql", Body("""[{"query":"{ open }"},{"query":"{ open }"},{"query":"{ open }"},{"query":"{ open }"}]"""));

        var answers = await TestGateway.ReadAsync(three);
        answers[0].Data("open").GetString().ShouldBe("open");
        answers[1].Code().ShouldBe("GRAPHQL_VALIDATION_FAILED");
        answers[2].Data("brief").GetString().ShouldBe("brief");
        four.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("0")]
    public async Task A_batch_of_more_than_ten_cannot_even_be_set(string size) =>
        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Edge:MaxBatch"] = size))).Message.ShouldContain("MaxBatch");

    [Fact]
    public async Task Ten_operations_are_a_batch_where_that_is_set_and_eleven_are_none()
    {
        await using var batching = await TestGateway.StartAsync(schema.Compose, builder => builder.Configuration["Gateway:Edge:MaxBatch"] = "10");
        using var ten = await batching.Client.PostAsync("/graphql", Body("[" + string.Join(',', Enumerable.Repeat("""{"query":"{ open }"}""", 10)) + "]"));
        using var eleven = await batching.Client.PostAsync("/graphql", Body("[" + string.Join(',', Enumerable.Repeat("""{"query":"{ open }"}""", 11)) + "]"));

        (await TestGateway.ReadAsync(ten)).GetArrayLength().ShouldBe(10);
        eleven.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? accept) =>
        SendAsync(body, Json, accept is null ? [] : [("Accept", accept)]);

    private async Task<HttpResponseMessage> SendAsync(string body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Body(body, contentType) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await gateway.Client.SendAsync(request);
    }

    private static ByteArrayContent Body(string body, string? contentType = Json)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return content;
    }
}
