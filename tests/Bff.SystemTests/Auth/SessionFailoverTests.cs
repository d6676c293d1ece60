using System.Text.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Auth;

/// <summary>The silo that holds a session dies while it renews the session's token.</summary>
public sealed class SessionFailoverTests
{
    private const string Tenant = "load-00001";
    private const int Sessions = 20;
    private const int Requests = 300;

    [Fact]
    public async Task A_silo_killed_while_it_renews_tokens_signs_nobody_out_whose_token_v6_had_not_spent()
    {
        await using var fleet = await Fleet.StartAsync(nameof(A_silo_killed_while_it_renews_tokens_signs_nobody_out_whose_token_v6_had_not_spent), new()
        {
            Gateways = 2,

            // All of them are one tenant's: its permits are not what is drilled here.
            Silo = new Dictionary<string, string> { ["Upstream:CallsPerTenant"] = "400", ["Upstream:Governor:LeaseChunk"] = "100" },
        });
        var members = new List<Member>();
        for (var i = 0; i < Sessions; i++)
        {
            members.Add(await Member.SignInAsync(fleet.Gateways[0].Http, fleet.Sandbox, Tenant));
        }

        // Each token is refused, and v6 takes its time over the renewals: the kill comes before it has done any of them.
        await fleet.Sandbox.FailAsync(
            new { operationId = "getBooking", kind = "status", status = 401, times = Requests },
            new { operationId = "refreshToken", kind = "latency", delayMs = 10_000 });
        var requests = Enumerable.Range(0, Requests).Select(i => AskAsync(fleet.Gateways[i % 2], members[i % Sessions], i)).ToArray();
        await Eventually.BecomesAsync(async () => await fleet.Sandbox.CountAsync("refreshToken") >= Sessions, TimeSpan.FromSeconds(9), "a renewal of each session is under way");
        var committed = await fleet.Sandbox.CountAsync("refreshToken", "commits");
        var killed = fleet.Silos[0];
        await killed.Process.KillAsync();
        fleet.Forget(killed);
        await fleet.Sandbox.RecoverAsync();

        var codes = await Task.WhenAll(requests);

        committed.ShouldBe(0);
        codes.ShouldNotContain("UNAUTHENTICATED");
        codes.ShouldNotContain("INTERNAL_ERROR");
        for (var i = 0; i < Sessions; i++)
        {
            var member = members[i];
            await Eventually.BecomesAsync(
                async () => await AskAsync(fleet.Gateways[i % 2], member, i) is "", TimeSpan.FromSeconds(60), $"session {i} reads with a token that v6 takes");
        }

        (await fleet.Sandbox.CountAsync("logout")).ShouldBe(0);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Requests} requests of {Sessions} sessions, a silo killed in the middle of the renewals: {codes.Count(code => code.Length == 0)} answered, others {string.Join(", ", codes.Where(code => code.Length > 0).GroupBy(code => code).Select(code => $"{code.Count()} {code.Key}"))}; no logout");
    }

    // Each asks for something else, so that each needs the token for itself. The code of the failure; empty when there is none.
    private static async Task<string> AskAsync(Host gateway, Member member, int number)
    {
        try
        {
            var reply = await Storefront.SendAsync(
                gateway.Http, member.Tenant, $$"""{ me { id booking(id: "b-{{number}}-{{Guid.NewGuid():n}}") { id } } }""", bearer: member.Token);
            return reply.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString()! : "";
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException)
        {
            return exception.GetType().Name;
        }
    }
}
