using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bff.Tests.Graph;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Edge;

/// <summary>Which HTTP a gateway speaks with the settings of docs/operations.md: with TLS what the client chooses (ALPN, RFC 7301), without it by port.</summary>
public sealed class HttpVersionTests : IAsyncLifetime
{
    private readonly SampleSchema schema = new();
    private readonly string certificate = Path.Combine(Path.GetTempPath(), $"certificate-{Guid.NewGuid():n}.pfx");
    private TestGateway gateway = null!;
    private string fingerprint = "";

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(certificate, Certificate());
        gateway = await TestGateway.StartAsync(schema.Compose, builder =>
        {
            builder.Configuration["Kestrel:Endpoints:Http:Url"] = "http://127.0.0.1:0";
            builder.Configuration["Kestrel:Endpoints:Https:Url"] = "https://127.0.0.1:0";
            builder.Configuration["Kestrel:Endpoints:Https:Certificate:Path"] = certificate;
            builder.Configuration["Kestrel:Endpoints:Https:Certificate:Password"] = "test";
            builder.WebHost.UseKestrel();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await gateway.DisposeAsync();
        File.Delete(certificate);
    }

    [Theory]
    [InlineData("https", 2, 2)]
    [InlineData("https", 1, 1)]
    [InlineData("http", 2, 1)]
    [InlineData("http", 1, 1)]
    public async Task Client_and_gateway_agree_on_a_version(string scheme, int wanted, int spoken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == fingerprint } });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(AddressOf(scheme)), "/graphql"))
        {
            Version = wanted == 2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = JsonContent.Create(new { query = "{ open }" }),
        };
        request.Headers.Add("X-Company-Id", TestGateway.Tenant);

        using var response = await http.SendAsync(request);

        response.Version.Major.ShouldBe(spoken);
        (await TestGateway.ReadAsync(response)).Data("open").GetString().ShouldBe("open");
    }

    private string AddressOf(string scheme) => gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
        .First(address => address.StartsWith(scheme + "://", StringComparison.Ordinal));

    private byte[] Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        fingerprint = made.GetCertHashString();
        return made.Export(X509ContentType.Pfx, "test");
    }
}
