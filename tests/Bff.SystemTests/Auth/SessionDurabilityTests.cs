using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bff.SystemTests.Harness;
using StackExchange.Redis;

namespace Bff.SystemTests.Auth;

/// <summary>What becomes of sessions when processes and Redis come and go.</summary>
public sealed class SessionDurabilityTests
{
    private const string Tenant = "salon-hk";
    private const string Phone = "+85291230001";
    private const string OtherPhone = "+85291230003";
    private const int Measured = 100;
    private const int CodesPerIdentity = Measured + 10;

    private static readonly Dictionary<string, string> Generous = new()
    {
        ["Auth:Limits:Within"] = "1.00:00:00",
        ["Auth:Limits:CodesPerIdentity"] = $"{CodesPerIdentity}",
        ["Auth:Limits:TriesPerIdentity"] = "100000",
        ["Auth:Limits:CodesPerAddress"] = "100000",
        ["Auth:Limits:TriesPerAddress"] = "100000",
        ["Auth:Sessions:PerCustomer"] = "1000",
        ["Auth:Limits:AnswerStep"] = "00:00:00",
    };

    [Fact]
    public async Task Sessions_survive_the_restart_of_every_process_and_Redis_holds_nothing_readable()
    {
        await using var fleet = await Fleet.StartAsync(nameof(Sessions_survive_the_restart_of_every_process_and_Redis_holds_nothing_readable), new() { Silo = Generous });
        var sessions = await SignInAsync(fleet, fleet.Gateways[0], Measured);
        await InspectRedisAsync(fleet, sessions);
        var limited = await UseUpCodesAsync(fleet.Gateways[0]);
        var sent = await fleet.Sandbox.CountAsync("requestOtp");

        foreach (var host in fleet.Silos.Concat(fleet.Gateways).ToArray())
        {
            await host.Process.StopAsync(TimeSpan.FromSeconds(60));
            fleet.Forget(host);
        }

        Host[] started = [fleet.StartSilo(), fleet.StartSilo(), fleet.StartGateway()];
        await Task.WhenAll(started.Select(host => host.BecomesReadyAsync(120)));
        var alive = await Task.WhenAll(sessions.Select(session => IsSignedInAsync(started[^1], session)));
        alive.ShouldAllBe(isSignedIn => isSignedIn);
        (await RefreshAsync(started[^1], sessions[0])).ShouldBeEmpty();
        limited.ShouldBe("RATE_LIMITED");
        (await CodeFailureAsync(started[^1], OtherPhone)).ShouldBe("RATE_LIMITED", "An attacker could begin anew after a restart.");
        (await fleet.Sandbox.CountAsync("requestOtp")).ShouldBe(sent);

        var stranger = fleet.StartSilo(changed: new() { ["Auth:Keys:Ring:test"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()) });
        await Eventually.BecomesAsync(() => Task.FromResult(stranger.Process.HasExited), TimeSpan.FromSeconds(120), "a silo with another key ends", () => stranger.Process.Output);
        stranger.Process.ExitCode.ShouldNotBe(0);
        stranger.Process.Output.ShouldContain("Auth:Keys:Ring:test is not the key");
        fleet.Forget(stranger);
        (await IsSignedInAsync(started[^1], sessions[^1])).ShouldBeTrue();
    }

    [Fact]
    public async Task A_killed_silo_and_a_lost_Redis_sign_nobody_out()
    {
        await using var fleet = await Fleet.StartAsync(nameof(A_killed_silo_and_a_lost_Redis_sign_nobody_out), new() { Silo = Generous });
        var gateway = fleet.Gateways[0];
        var sessions = await SignInAsync(fleet, gateway, times: 10);

        var killed = fleet.Silos[0];
        await killed.Process.KillAsync();
        fleet.Forget(killed);
        await Eventually.BecomesAsync(async () => (await Task.WhenAll(sessions.Select(session => IsSignedInAsync(gateway, session)))).All(isIn => isIn), TimeSpan.FromSeconds(120), "every session works on the silo that is left", () => gateway.Process.Output);
        (await RefreshAsync(gateway, sessions[0])).ShouldBeEmpty();

        await fleet.Redis.StopAsync();
        (await CodeFailureAsync(gateway, "+85291230002")).ShouldBe("CLUSTER_UNAVAILABLE");
        fleet.Silos[0].Process.HasExited.ShouldBeFalse();

        await fleet.Redis.StartAgainAsync();
        await Eventually.BecomesAsync(async () => (await Task.WhenAll(sessions.Select(session => IsSignedInAsync(gateway, session)))).All(isIn => isIn), TimeSpan.FromSeconds(120), "every session works again", () => gateway.Process.Output);
    }

    [Fact]
    public async Task A_Redis_that_has_lost_its_data_costs_a_sign_in_and_no_restart()
    {
        await using var fleet = await Fleet.StartAsync(nameof(A_Redis_that_has_lost_its_data_costs_a_sign_in_and_no_restart), new() { Silo = Generous });
        var gateway = fleet.Gateways[0];
        var before = await SignInAsync(fleet, gateway, times: 3);

        await fleet.Redis.StopAsync();
        await fleet.Redis.StartEmptyAsync();
        var restored = await Eventually.BecomesAsync(async () => await fleet.MembershipRowsAsync() == 2, TimeSpan.FromSeconds(60), "both silos are in the table again", () => fleet.Silos[0].Process.Output);
        var between = await SignsInAgainAsync(fleet, gateway);

        // Once more, with the server up all the while.
        await using (var redis = await fleet.Redis.ConnectAsync())
        {
            await redis.GetServers()[0].FlushAllDatabasesAsync();
        }

        await Eventually.BecomesAsync(async () => await fleet.MembershipRowsAsync() == 2, TimeSpan.FromSeconds(60), "both silos are in the table again", () => fleet.Silos[0].Process.Output);
        var after = await SignsInAgainAsync(fleet, gateway);
        foreach (var session in before.Append(between))
        {
            // Alive in memory still, or over; never anything in between for long.
            await Eventually.BecomesAsync(
                async () => (await CodesAsync(gateway, session)).All(code => code is "UNAUTHENTICATED"), TimeSpan.FromSeconds(60), "an old session works or is told to sign in");
        }

        // New silos and old ones find each other, and the old ones can go.
        var old = fleet.Silos.ToArray();
        old.ShouldAllBe(silo => !silo.Process.HasExited);
        gateway.Process.HasExited.ShouldBeFalse();
        await fleet.StartSilo().BecomesReadyAsync(120);
        (await fleet.MembershipRowsAsync()).ShouldBe(3);
        foreach (var silo in old)
        {
            await silo.Process.StopAsync(TimeSpan.FromSeconds(60));
            fleet.Forget(silo);
        }

        await Eventually.BecomesAsync(() => IsSignedInAsync(gateway, after), TimeSpan.FromSeconds(120), "the session works on the new silo", () => gateway.Process.Output);
        TestContext.Current.TestOutputHelper!.WriteLine($"silos were in the emptied table again {restored.TotalSeconds:0.0} s after Redis answered");
    }

    // Who signs in while the cluster finds together again is told to come back; some seconds later it works.
    private static async Task<string> SignsInAgainAsync(Fleet fleet, Host gateway)
    {
        string? session = null;
        await Eventually.BecomesAsync(
            async () =>
            {
                try
                {
                    session = await SignInAsync(fleet, gateway);
                    return await IsSignedInAsync(gateway, session);
                }
                catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or HttpRequestException or JsonException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(120),
            "a customer signs in",
            () => gateway.Process.Output);
        return session!;
    }

    private static async Task<string?[]> CodesAsync(Host gateway, string session)
    {
        var reply = await AskAsync(gateway, "mutation { refreshSession { session { id } errors { ... on Error { code } } } }", session);
        return reply.TryGetProperty("data", out var data)
            ? [.. data.GetProperty("refreshSession").GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString())]
            : [.. reply.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString())];
    }

    private static async Task InspectRedisAsync(Fleet fleet, List<string> sessions)
    {
        await using var redis = await fleet.Redis.ConnectAsync();
        var server = redis.GetServers()[0];
        var database = redis.GetDatabase();
        long rows = 0, bytes = 0, checks = 0;
        await foreach (var key in server.KeysAsync(pageSize: 1000))
        {
            var text = $"{key} {await ContentAsync(database, key)}";
            new[] { Phone, Phone[1..], "karen.chan", "eyJhbGciOi", sessions[0] }.ShouldAllBe(secret => !text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{key}");
            if (key.ToString().Contains("session-key-check", StringComparison.Ordinal))
            {
                checks++;
                (await database.KeyTimeToLiveAsync(key)).ShouldBeNull("A wrong key would pass for the right one when the row is gone.");
            }

            if (key.ToString().Contains("/session/", StringComparison.Ordinal) || key.ToString().EndsWith("/session", StringComparison.Ordinal))
            {
                rows++;
                bytes += (long)await database.ExecuteAsync("MEMORY", "USAGE", key);
                (await database.KeyTimeToLiveAsync(key)).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromDays(90), TimeSpan.FromDays(91));
            }
        }

        rows.ShouldBe(sessions.Count);
        checks.ShouldBe(1);
        TestContext.Current.TestOutputHelper!.WriteLine($"{rows} sessions in Redis: {bytes / rows} bytes each by MEMORY USAGE");
    }

    private static async Task<string> ContentAsync(IDatabase database, RedisKey key) => await database.KeyTypeAsync(key) switch
    {
        RedisType.Hash => string.Concat((await database.HashGetAllAsync(key)).Select(entry => $"{entry.Name}{Encoding.Latin1.GetString((byte[])entry.Value!)}")),
        RedisType.String => Encoding.Latin1.GetString((byte[])(await database.StringGetAsync(key))!),
        _ => "",
    };

    // One after the other: of two codes for one phone only the newer one counts.
    private static async Task<List<string>> SignInAsync(Fleet fleet, Host gateway, int times)
    {
        var sessions = new List<string>();
        for (var i = 0; i < times; i++)
        {
            sessions.Add(await SignInAsync(fleet, gateway));
        }

        return sessions;
    }

    private static async Task<string> SignInAsync(Fleet fleet, Host gateway)
    {
        // The first call of a new cluster may run out of time on a machine that is busy starting it.
        await Eventually.BecomesAsync(async () => await CodeFailureAsync(gateway, Phone) is null, TimeSpan.FromSeconds(60), "a code is sent", () => gateway.Process.Output);
        var code = await fleet.Sandbox.CodeAsync(Tenant, Phone);
        var reply = await AskAsync(gateway, $$"""mutation { verifyOtp(input: { phone: "{{Phone}}", code: "{{code}}", sessionMode: BEARER }) { sessionToken errors { __typename } } }""");
        return reply.GetProperty("data").GetProperty("verifyOtp").GetProperty("sessionToken").GetString() ?? throw new InvalidOperationException(reply.ToString());
    }

    private static async Task<bool> IsSignedInAsync(Host gateway, string session) =>
        (await AskAsync(gateway, "{ me { id } }", session)).TryGetProperty("data", out var data) && data.GetProperty("me").ValueKind is JsonValueKind.Object;

    private static async Task<string> RefreshAsync(Host gateway, string session)
    {
        var reply = await AskAsync(gateway, "mutation { refreshSession { session { id } errors { ... on Error { code } } } }", session);
        var errors = reply.GetProperty("data").GetProperty("refreshSession").GetProperty("errors");
        return errors.GetArrayLength() == 0 ? "" : errors.ToString();
    }

    private static async Task<string?> UseUpCodesAsync(Host gateway)
    {
        for (var i = 0; i < CodesPerIdentity; i++)
        {
            (await CodeFailureAsync(gateway, OtherPhone)).ShouldBeNull($"code {i}");
        }

        return await CodeFailureAsync(gateway, OtherPhone);
    }

    // Why no code was sent; null when one was.
    private static async Task<string?> CodeFailureAsync(Host gateway, string phone)
    {
        var reply = await AskAsync(gateway, $$"""mutation { requestOtp(input: { phone: "{{phone}}" }) { message errors { ... on Error { code } } } }""");
        if (reply.TryGetProperty("errors", out var failures))
        {
            return failures[0].GetProperty("extensions").GetProperty("code").GetString();
        }

        var errors = reply.GetProperty("data").GetProperty("requestOtp").GetProperty("errors");
        return errors.GetArrayLength() == 0 ? null : errors[0].GetProperty("code").GetString();
    }

    private static async Task<JsonElement> AskAsync(Host gateway, string query, string? session = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("X-Company-Id", Tenant);
        if (session is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {session}");
        }

        using var response = await gateway.Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
