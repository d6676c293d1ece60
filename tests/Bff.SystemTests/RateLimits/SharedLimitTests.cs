using System.Net;
using System.Text.Json;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.RateLimits;

/// <summary>Two gateways that count their callers in the cluster's Redis, without a setting of their own; it goes away and comes back.</summary>
public sealed class SharedLimitTests
{
    // Two at once and then one in half a minute: no machine is so slow that a third would be due.
    private const int MutationsPerMinute = 2;

    private int callers = 1;

    [Fact]
    public async Task Gateways_count_together_in_Redis_apart_without_it_and_together_again_when_it_is_back()
    {
        await using var fleet = await Fleet.StartAsync("limiter", new()
        {
            Silos = 1,
            Gateways = 2,
            Gateway = new Dictionary<string, string> { ["Gateway:RateLimits:MutationsPerMinute"] = $"{MutationsPerMinute}" },
        });

        (await CountAsync(fleet)).ShouldBe((2, 0));

        await fleet.Redis.StopAsync();
        (await CountAsync(fleet)).ShouldBe((2, 2));
        fleet.Gateways.ShouldAllBe(gateway => gateway.Process.Output.Contains("this gateway counts by itself"));

        await fleet.Redis.StartAgainAsync();
        await Eventually.BecomesAsync(async () => await CountAsync(fleet) == (2, 0), TimeSpan.FromSeconds(60), "the gateways count together again");
    }

    // A new caller spends all that it has at the first gateway, then tries the second: how many each of them let in.
    private async Task<(int First, int Second)> CountAsync(Fleet fleet)
    {
        var from = new LoopbackCaller(IPAddress.Parse($"127.0.0.{++callers}"));
        return (await SpendAsync(from, fleet.Gateways[0]), await SpendAsync(from, fleet.Gateways[1]));
    }

    private static async Task<int> SpendAsync(LoopbackCaller from, Host gateway)
    {
        using var http = from.Connect(gateway);
        for (var taken = 0; ; taken++)
        {
            using var response = await http.PostAsync("/graphql", LoopbackCaller.Mutation());
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                response.StatusCode.ShouldBe(HttpStatusCode.OK);
                continue;
            }

            await RequireTypedRefusalAsync(response);
            return taken;
        }
    }

    private static async Task RequireTypedRefusalAsync(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter!.Delta!.Value;
        wait.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var extensions = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0].GetProperty("extensions");
        extensions.GetProperty("code").GetString().ShouldBe("RATE_LIMITED");
        extensions.GetProperty("retryAfterMs").GetInt64().ShouldBeInRange(1, 60_000);
    }
}
