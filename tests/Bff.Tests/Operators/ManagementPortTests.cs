using System.Net;
using Bff.ServiceDefaults;
using Bff.SystemTests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Tests.Operators;

/// <summary>With a management port, what is not for clients does not answer where clients come in.</summary>
public sealed class ManagementPortTests
{
    [Fact]
    public async Task Metrics_and_operators_answer_at_their_port_alone_and_clients_at_both()
    {
        var (clients, management) = (Ports.Free(), Ports.Free());
        await using var app = Build($"http://127.0.0.1:{clients};http://127.0.0.1:{management}", management);
        await app.StartAsync();
        using var http = new HttpClient();

        foreach (var path in new[] { "/metrics", "/METRICS", "/operator/purge", "/dashboard/" })
        {
            (await StatusAsync(http, clients, path)).ShouldBe(HttpStatusCode.NotFound, path);
            (await StatusAsync(http, management, path)).ShouldBe(HttpStatusCode.OK, path);
        }

        (await StatusAsync(http, clients, "/metrics", host: $"127.0.0.1:{management}")).ShouldBe(HttpStatusCode.NotFound, "A Host header can say anything.");
        (await StatusAsync(http, clients, "/graphql")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, clients, "/health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, management, "/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_one_everything_answers_at_the_only_port()
    {
        var port = Ports.Free();
        await using var app = Build($"http://127.0.0.1:{port}", null);
        await app.StartAsync();
        using var http = new HttpClient();

        (await StatusAsync(http, port, "/metrics")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, port, "/operator/purge")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_port_at_which_nothing_listens_is_refused() =>
        Should.Throw<OptionsValidationException>(() => Build("http://127.0.0.1:5000;http://+:5091", 5090)).Message.ShouldContain("Management:Port (variable Management__Port)");

    private static WebApplication Build(string urls, int? management)
    {
        var builder = WebApplication.CreateBuilder(["--Urls", urls, "--Management:Port", $"{management}"]);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults("test");
        var app = builder.Build();
        app.MapDefaultEndpoints();
        foreach (var path in new[] { "/operator/purge", "/dashboard/", "/graphql" })
        {
            app.MapGet(path, () => Results.Ok());
        }

        return app;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, int port, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
        request.Headers.Host = host;
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
