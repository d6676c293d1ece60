using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

/// <summary>The Orleans dashboard shows grain keys: it is there for operators with the key, and for nobody where none is set.</summary>
public sealed class DashboardTests
{
    private const string Key = "an-operator-key-of-a-drill";

    [Fact]
    public async Task The_dashboard_opens_with_the_operator_key_alone()
    {
        await using var fleet = await Fleet.StartAsync("dashboard", new()
        {
            Silos = 1,
            Gateways = 0,
            Silo = new Dictionary<string, string> { ["Operator:Key"] = Key },
        });
        var silo = fleet.Silos[0].Http;

        (await AskAsync(silo, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(silo, $"{Key}x")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(silo, "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(silo, Key)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_an_operator_key_there_is_no_dashboard()
    {
        await using var fleet = await Fleet.StartAsync("no-dashboard", new() { Silos = 1, Gateways = 0 });

        (await AskAsync(fleet.Silos[0].Http, Key)).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient silo, string? password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/");
        if (password is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{password}")));
        }

        using var response = await silo.SendAsync(request);
        return response.StatusCode;
    }
}
