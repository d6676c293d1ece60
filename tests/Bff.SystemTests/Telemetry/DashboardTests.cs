using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Telemetry;

/// <summary>The Orleans dashboard shows grain keys: its page and each of its routes are there for operators with the key, and for nobody where none is set.</summary>
public sealed class DashboardTests
{
    private const string Key = "an-operator-key-of-a-drill";

    // Of Orleans.Dashboard 10.4.2; those that answer without parameters, and two that show what is inside a grain.
    private static readonly string[] Routes =
    [
        "", "version", "DashboardCounters", "ClusterStats", "HistoricalStats/x", "SiloProperties/x", "SiloStats/x", "SiloCounters/x", "SiloMetadata/x",
        "GrainStats/x", "TopGrainMethods", "GrainState?grainId=x&grainType=y", "GrainTypes", "LifecycleStages", "Trace", "index.min.js",
    ];

    [Fact]
    public async Task The_dashboard_and_all_its_routes_open_with_the_operator_key_alone_and_are_not_there_without_one()
    {
        await using var fleet = await Fleet.StartAsync("dashboard", new() { Silos = 1, Gateways = 0 });
        var closed = fleet.Silos[0].Http;
        var withKey = fleet.StartSilo(changed: new() { ["Operator:Key"] = Key });
        await withKey.BecomesReadyAsync();
        var silo = withKey.Http;

        foreach (var route in Routes)
        {
            (await AskAsync(silo, route, null)).ShouldBe(HttpStatusCode.Unauthorized, route);
            (await AskAsync(silo, route, $"{Key}x")).ShouldBe(HttpStatusCode.Unauthorized, route);
            (await AskAsync(silo, route, "")).ShouldBe(HttpStatusCode.Unauthorized, route);
            (await AskAsync(closed, route, Key)).ShouldBe(HttpStatusCode.NotFound, route);
        }

        // The cluster may try the dashboard's own grain in the other silo first, which has no dashboard and cannot make one.
        foreach (var route in (string[])["", "version", "DashboardCounters", "ClusterStats", "GrainTypes"])
        {
            await Eventually.BecomesAsync(
                async () => await AskAsync(silo, route, Key) == HttpStatusCode.OK, TimeSpan.FromSeconds(60), $"{route} opens", () => withKey.Process.Output);
        }
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient silo, string route, string? password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/dashboard/{route}");
        if (password is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{password}")));
        }

        using var response = await silo.SendAsync(request);
        return response.StatusCode;
    }
}
