using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Bff.Tests.Graph;
using Microsoft.AspNetCore.Hosting;

namespace Bff.Tests.Edge;

/// <summary>Over a real socket: a test server in memory does not show what a client can still read.</summary>
public sealed class BodyLimitTests : IAsyncLifetime
{
    private readonly SampleSchema schema = new();
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(schema.Compose, builder =>
    {
        builder.Configuration["Gateway:Edge:BodyTimeoutSeconds"] = "1";
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
    });

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Theory]
    [InlineData(300_000)]
    [InlineData(1_000_000)]
    [InlineData(1_900_000)]
    public async Task A_body_too_large_is_read_to_its_end_and_answered(int length)
    {
        using var content = new ByteArrayContent(new byte[length]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await gateway.Client.PostAsync("/graphql", content);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await TestGateway.ReadAsync(response)).Code().ShouldBe("REQUEST_TOO_LARGE");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_after_its_time()
    {
        var reply = await SendRawAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"query\":");

        reply.ShouldStartWith("HTTP/1.1 408");
        reply.ShouldContain("REQUEST_TOO_LARGE");
    }

    [Fact]
    public async Task A_chunked_body_that_never_ends_is_given_up_too()
    {
        var reply = await SendRawAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"que\r\n");

        reply.ShouldStartWith("HTTP/1.1 408");
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, gateway.Client.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4096];
        var text = new StringBuilder();
        while (!text.ToString().Contains('}', StringComparison.Ordinal) && await stream.ReadAsync(buffer, deadline.Token) is > 0 and var read)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
