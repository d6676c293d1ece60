using System.IO.Compression;
using System.Text;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream.Http;

namespace Bff.Tests.Upstream;

/// <summary>How a read travels and what its answers mean.</summary>
public sealed class ReadTests
{
    private const string Found = """{"success":true,"data":{"id":"svc-1","name":"Cut","price":"120.00"}}""";

    [Fact]
    public async Task A_read_carries_the_tenant_and_nothing_personal()
    {
        await using var server = RawServer.Start(_ => RawReply.Json(Found));
        await using var host = new UpstreamHost(server.Address);

        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("GET /v6/customer-portal/services/svc-1 HTTP/1.1");
        request.Headers["x-company-id"].ShouldBe("salon-hk");
        request.Headers.Keys.ShouldBe(["host", "accept", "x-company-id", "accept-encoding"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_domain_look_up_names_no_tenant()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("""{"success":true,"data":{"companyId":"salon-hk"}}"""));
        await using var host = new UpstreamHost(server.Address);

        var found = await host.Surveys.ResolveDomainAsync(StorefrontDomain.Parse("salon.example"));

        found.Value!.Tenant.ShouldBe(UpstreamHost.Tenant);
        var request = server.Requests.ShouldHaveSingleItem();
        request.Target.ShouldBe("/v6/customer-portal/storefront/resolve-domain?domain=salon.example");
        request.Headers.ShouldNotContainKey("x-company-id");
    }

    [Fact]
    public async Task Arguments_are_percent_encoded()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("""{"success":true,"data":{"items":[]}}"""));
        await using var host = new UpstreamHost(server.Address);

        await host.Bookings.ListServicesAsync(UpstreamHost.Tenant, new V6PageQuery(2, 20, "a&b=c/../#剪"));
        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, EntityId.Parse("a:b~c"));

        server.Requests.Select(request => request.Target).ShouldBe(
        [
            "/v6/customer-portal/services?search=a%26b%3Dc%2F..%2F%23%E5%89%AA&page=2&limit=20",
            "/v6/customer-portal/services/a%3Ab~c",
        ]);
    }

    [Theory]
    [InlineData(400, "TENANT_REQUIRED", ErrorCodes.TenantUnknown, false)]
    [InlineData(404, "TENANT_REQUIRED", ErrorCodes.TenantUnknown, false)]
    [InlineData(400, "VALIDATION_ERROR", ErrorCodes.Refused, false)]
    [InlineData(401, "UNAUTHORIZED", ErrorCodes.Unauthenticated, false)]
    [InlineData(403, "FORBIDDEN", ErrorCodes.Forbidden, false)]
    [InlineData(409, "CONFLICT", ErrorCodes.Conflict, false)]
    [InlineData(418, "TEAPOT", ErrorCodes.Refused, false)]
    [InlineData(429, "RATE_LIMITED", ErrorCodes.RateLimited, true)]
    [InlineData(500, "INTERNAL_ERROR", ErrorCodes.UpstreamUnavailable, true)]
    [InlineData(503, "MAINTENANCE", ErrorCodes.UpstreamUnavailable, true)]
    [InlineData(302, "MOVED", ErrorCodes.UpstreamProtocol, false)]
    [InlineData(200, "FORBIDDEN", ErrorCodes.Forbidden, false)]
    [InlineData(200, "WHO_KNOWS", ErrorCodes.UpstreamProtocol, false)]
    public async Task A_refused_read_fails_in_our_own_codes(int status, string code, string expected, bool retryable)
    {
        await using var server = RawServer.Start(_ => RawReply.Json(Error(code), status, "Location: http://127.0.0.1:1/"));
        await using var host = new UpstreamHost(server.Address, options => options.ReadRetries = 0);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure.ShouldBe(new Failure(expected, retryable));
    }

    [Fact]
    public async Task A_404_is_absent_where_the_path_names_a_thing_and_a_fault_where_it_does_not()
    {
        await using var server = RawServer.Start(_ => RawReply.Json(Error("NOT_FOUND"), 404));
        await using var host = new UpstreamHost(server.Address);

        (await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service)).IsAbsent.ShouldBeTrue();
        (await host.Surveys.ResolveDomainAsync(StorefrontDomain.Parse("no.example"))).IsAbsent.ShouldBeTrue();
        (await host.Bookings.ListServicesAsync(UpstreamHost.Tenant, new V6PageQuery())).Failure!.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>hello</html>")]
    [InlineData("{\"success\":true,\"data\":")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"success":true,"data":null}""")]
    [InlineData("""{"success":true,"data":{"name":"no id"}}""")]
    [InlineData("""{"success":true,"data":{"id":"svc-1","price":"cheap"}}""")]
    public async Task An_answer_that_cannot_be_read_is_a_protocol_failure(string body)
    {
        await using var server = RawServer.Start(_ => RawReply.Json(body));
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure.ShouldBe(new Failure(ErrorCodes.UpstreamProtocol));
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("HTTP/1.1 banana\r\n\r\n")]
    [InlineData("220 smtp.example ESMTP\r\n")]
    public async Task Bytes_that_are_no_HTTP_are_a_protocol_failure(string bytes)
    {
        await using var server = RawServer.Start(_ => RawReply.Text(bytes));
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure!.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_read(string encoding)
    {
        var body = Compress(Encoding.UTF8.GetBytes(Found), encoding);
        await using var server = RawServer.Start(_ => RawReply.Body(body, 200, $"Content-Encoding: {encoding}", "Content-Type: text/plain"));
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Value!.Price.ShouldBe(120.00m);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    public async Task An_answer_over_the_size_limit_is_not_read_to_its_end(string encoding)
    {
        var body = Compress(Encoding.UTF8.GetBytes(Found + new string(' ', 200_000)), encoding);
        await using var server = RawServer.Start(_ => RawReply.Body(body, 200, $"Content-Encoding: {encoding}"));
        await using var host = new UpstreamHost(server.Address, options => options.MaxResponseBytes = 100_000);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure!.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
    }

    [Fact]
    public async Task A_broken_compression_is_a_protocol_failure()
    {
        await using var server = RawServer.Start(_ => RawReply.Body(Encoding.UTF8.GetBytes(Found), 200, "Content-Encoding: gzip"));
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure!.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        var arrived = new TaskCompletionSource();
        await using var server = RawServer.Start((_, stop) => HangAsync(arrived, stop));
        await using var host = new UpstreamHost(server.Address);
        using var caller = new CancellationTokenSource();

        var read = host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service, caller.Token);
        await arrived.Task;
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(read);
    }

    internal static string Error(string code, string details = "null") =>
        $$"""{"success":false,"error":{"code":"{{code}}","message":"{{Sentence}}","details":{{details}} } }""";

    /// <summary>Words of v6 that must never be seen outside.</summary>
    internal const string Sentence = "Upstream-said-this";

    internal static async Task<RawReply> HangAsync(TaskCompletionSource arrived, CancellationToken stop)
    {
        arrived.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        return RawReply.Close;
    }

    private static byte[] Compress(byte[] body, string encoding)
    {
        if (encoding == "identity")
        {
            return body;
        }

        using var buffer = new MemoryStream();
        using (Stream stream = encoding == "gzip"
            ? new GZipStream(buffer, CompressionMode.Compress)
            : new BrotliStream(buffer, CompressionMode.Compress))
        {
            stream.Write(body);
        }

        return buffer.ToArray();
    }
}
