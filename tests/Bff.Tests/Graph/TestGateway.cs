using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bff.Tests.Graph;

/// <summary>A gateway in memory with the tests' own root fields: no cluster, no port. The tenant is whatever X-Company-Id says.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    public const string Tenant = "salon-hk";

    private readonly WebApplication app;

    private TestGateway(WebApplication app)
    {
        this.app = app;
        var isInMemory = app.Services.GetRequiredService<IServer>() is TestServer;
        Client = isInMemory ? app.GetTestClient() : new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Add("X-Company-Id", Tenant);
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<TestGateway> StartAsync(Action<SchemaRoots> compose, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(["--Gateway:Cursors:Secret", new string('c', 24), "--Gateway:Fences:Secret", new string('f', 24)]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ITenantResolver, HeaderTenantResolver>();
        builder.Services.AddSingleton<IGrainFactory>(_ => throw new InvalidOperationException("There is no cluster here."));
        builder.Services.AddSingleton<SchemaComposition>(roots => compose(roots));
        configure?.Invoke(builder);
        builder.AddGateway();
        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync();
        return new TestGateway(app);
    }

    /// <summary>Posts one operation and gives the reply's JSON.</summary>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null, string tenant = Tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Add("X-Company-Id", tenant);
        request.Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await Client.SendAsync(request);
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class HeaderTenantResolver : ITenantResolver
    {
        public ValueTask<TenantResolution> ResolveAsync(HttpContext http) => ValueTask.FromResult(
            TenantId.TryParse(http.Request.Headers["X-Company-Id"], out var tenant)
                ? TenantResolution.Found(tenant)
                : TenantResolution.Refused(new Failure(ErrorCodes.TenantRequired)));
    }
}
