using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bff.Contracts.Auth;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Auth;

/// <summary>
/// A recognisable customer signs in while calls run out of time and a silo dies; then everything that operators can read is searched:
/// logs at their finest, <c>/metrics</c>, and the answers of the Orleans dashboard.
/// </summary>
public sealed class CanaryDrillTests
{
    private const string Tenant = "load-00001";
    private const string Phone = "+85293334455";
    private const string Email = "canary.drill@example.com";
    private const string Key = "an-operator-key-of-a-drill";

    private static readonly string[] DashboardRoutes =
    [
        "", "DashboardCounters", "ClusterStats", "Reminders", "TopGrainMethods", "GrainTypes", "LifecycleStages",
        "GrainStats/Bff.Grains.Auth.SessionGrain", "GrainStats/Bff.Grains.Auth.SignInGrain", "GrainStats/Bff.Grains.Auth.CustomerSessionsGrain",
    ];

    private static readonly Dictionary<string, string> Loud = new() { ["Logging:LogLevel:Default"] = "Debug" };

    [Fact]
    public async Task Nothing_of_a_customer_reaches_what_operators_read_though_calls_time_out_and_a_silo_dies()
    {
        await using var fleet = await Fleet.StartAsync("canary", new()
        {
            Silo = new Dictionary<string, string>(Loud) { ["Operator:Key"] = Key, ["Auth:Limits:CodesPerIdentity"] = "1000", ["Auth:Limits:TriesPerIdentity"] = "1000" },
            Gateway = new Dictionary<string, string>(Loud)
            {
                ["Cluster:ResponseTimeoutSeconds"] = "3",
                ["Cluster:ReadRetry:FirstTrySeconds"] = "0.5",
                ["Cluster:ReadRetry:BudgetSeconds"] = "4",
            },
        });
        var gateway = fleet.Gateways[0];
        var session = await SignInAsync(fleet, gateway);
        var read = await DashboardAsync(fleet, session);

        // Nobody gets an answer in time, and the silo that would have given some of them is gone.
        await fleet.Sandbox.FailAsync(new { operationId = "*", kind = "latency", delayMs = 8_000 });
        var asked = Everything(session).Select(document => AskAsync(gateway, document, session)).ToArray();
        await Eventually.BecomesAsync(() => Task.FromResult(Logs(fleet).Contains("is unknown", StringComparison.Ordinal) && Logs(fleet).Contains("Repeats ", StringComparison.Ordinal)), TimeSpan.FromSeconds(60), "calls ran out of time", () => gateway.Process.Output);
        var again = Everything(session).Select(document => AskAsync(gateway, document, session)).ToArray();
        await fleet.Silos[0].Process.KillAsync();
        await Task.WhenAll([.. asked, .. again]);
        await fleet.Sandbox.RecoverAsync();

        read.AddRange([("logs", Logs(fleet)), ("metrics of the gateway", await gateway.Http.GetStringAsync("/metrics")), ("metrics of a silo", await fleet.Silos[1].Http.GetStringAsync("/metrics"))]);
        read.Single(text => text.Place == "logs").Text.ShouldContain("TimeoutException");
        foreach (var secret in new[] { Phone, Phone[1..], Email, "Drill-Canary", session, await fleet.Sandbox.CodeAsync(Tenant, Phone), "eyJhbGciOi" })
        {
            foreach (var (place, text) in read)
            {
                var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
                (at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)]).ShouldBeEmpty($"A secret of {secret.Length} characters stands in {place}.");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"searched: {string.Join(", ", read.Select(text => $"{text.Place} {text.Text.Length:N0}"))} characters");
    }

    private static string Logs(Fleet fleet) => string.Concat(fleet.Silos.Concat(fleet.Gateways).Select(host => host.Process.Output));

    private static async Task<string> SignInAsync(Fleet fleet, Host gateway)
    {
        // The first calls of a new cluster may run out of their short time on a machine that is busy starting it.
        string? session = null;
        await Eventually.BecomesAsync(
            async () =>
            {
                await AskAsync(gateway, $$"""mutation { registerMember(input: { name: "Drill-Canary", phone: "{{Phone}}", email: "{{Email}}" }) { errors { __typename } } }""");
                await AskAsync(gateway, $$"""mutation { requestOtp(input: { phone: "{{Phone}}" }) { message } }""");
                return (session = await VerifyAsync(fleet, gateway)) is not null;
            },
            TimeSpan.FromSeconds(90),
            "the customer signs in",
            () => gateway.Process.Output);
        return session!;
    }

    private static async Task<string?> VerifyAsync(Fleet fleet, Host gateway)
    {
        try
        {
            var code = await fleet.Sandbox.CodeAsync(Tenant, Phone);
            var reply = await AskAsync(gateway, $$"""mutation { verifyOtp(input: { phone: "{{Phone}}", code: "{{code}}", sessionMode: BEARER }) { sessionToken errors { __typename } } }""");
            return reply.ValueKind is JsonValueKind.Object && reply.TryGetProperty("data", out var data) ? data.GetProperty("verifyOtp").GetProperty("sessionToken").GetString() : null;
        }
        catch (HttpRequestException)
        {
            return null; // No code was sent.
        }
    }

    // Whatever carries something of the customer through the cluster.
    private static string[] Everything(string session) =>
    [
        $$"""mutation { requestOtp(input: { phone: "{{Phone}}" }) { errors { __typename } } }""",
        $$"""mutation { verifyOtp(input: { email: "{{Email}}", code: "123456" }) { errors { __typename } } }""",
        $$"""mutation { registerMember(input: { name: "Drill-Canary", phone: "{{Phone}}", email: "{{Email}}" }) { errors { __typename } } }""",
        $$"""mutation { submitContact(input: { name: "Drill-Canary", email: "{{Email}}", message: "Drill-Canary" }) { errors { __typename } } }""",
        """{ me { id name phone email bookings { id } orders { id } } sessions { id } }""",
        """mutation { refreshSession { errors { __typename } } }""",
        """{ loginChannel { channel } registrationForm { fields { key } } services(first: 2) { nodes { id } } }""",
    ];

    private static async Task<List<(string Place, string Text)>> DashboardAsync(Fleet fleet, string session)
    {
        List<(string, string)> texts = [];
        var state = $"GrainState?grainId={SessionKey.Of(session).Value}&grainType=Bff.Grains.Auth.SessionGrain";
        foreach (var silo in fleet.Silos)
        {
            foreach (var route in DashboardRoutes.Append(state))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/dashboard/{route}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{Key}")));
                using var response = await silo.Http.SendAsync(request);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, route);
                texts.Add(($"dashboard {route[..Math.Min(route.Length, 16)]}", await response.Content.ReadAsStringAsync()));
            }
        }

        texts.ShouldContain(text => text.Item2.Contains("SessionGrain", StringComparison.Ordinal), "The dashboard says nothing about sessions.");
        return texts;
    }

    private static async Task<JsonElement> AskAsync(Host gateway, string query, string? session = null)
    {
        try
        {
            return await Storefront.SendAsync(gateway.Http, Tenant, query, bearer: session);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            return default;
        }
    }
}
