using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Bff.SystemTests.Harness;
using Bff.SystemTests.Telemetry;

namespace Bff.SystemTests.Cluster;

/// <summary>
/// A gateway that gets five times what it takes on. Each read waits for a slow v6, so that what is under way is what the clients have sent,
/// however fast the machine is. Clients do as they are told: who is refused comes back after Retry-After.
/// </summary>
public sealed class OverloadTests(ITestOutputHelper output)
{
    private const int Capacity = 32;
    private const int Times = 5;
    private const int ReadMs = 50;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task At_five_times_its_capacity_a_gateway_refuses_fast_finishes_what_it_took_and_stays_bounded()
    {
        await using var fleet = await Fleet.StartAsync("overload", new()
        {
            Silos = 1,
            Gateway = new Dictionary<string, string> { ["Gateway:Overload:MaxInFlight"] = $"{Capacity}", ["Gateway:Overload:MaxInFlightPerTenant"] = $"{Capacity}" },
        });
        var gateway = fleet.Gateways[0];
        var places = new ConcurrentQueue<Place>(await Storefront.PlacesAsync(gateway.Http, "load-00001", inDays: 3));
        await fleet.Sandbox.FailAsync(new { operationId = "getService", kind = "latency", delayMs = ReadMs });
        await new Storm(gateway.Http).RunAsync(Capacity, Span / 2);

        var peak = await new Storm(gateway.Http).RunAsync(Capacity, Span);
        var before = await MegabytesAsync(gateway);
        var bookings = BookAsync(gateway.Http, places, Span);
        var storm = await new Storm(gateway.Http).RunAsync(Capacity * Times, Span);
        var booked = await bookings;
        var after = await MegabytesAsync(gateway);

        output.WriteLine($"peak {peak.PerSecond:0}/s with {Capacity} clients; {storm.PerSecond:0}/s with {Capacity * Times}: goodput {storm.PerSecond / peak.PerSecond:0.00} of peak (goal 0.8)");
        output.WriteLine($"refused {storm.Refused} in {storm.RefusalMs:0.0} ms each (median); working set of the gateway {before} MB before, {after} MB after");
        output.WriteLine($"bookings: {booked.Count(outcome => outcome == Verdict.Done)} done, {booked.Count(outcome => outcome == Verdict.Failed)} refused at the door");
        storm.Refused.ShouldBePositive();
        storm.RefusedWithoutTime.ShouldBe(0);
        storm.Failed.ShouldBe(0);
        booked.ShouldContain(Verdict.Done);
        booked.ShouldNotContain(Verdict.Unknown);
        (await fleet.Sandbox.CountAsync("createGuestBooking", "commits")).ShouldBe(booked.Count(outcome => outcome == Verdict.Done));
        after.ShouldBeLessThan(before + 300);
        (await gateway.ProbeAsync("ready")).ShouldBe(200);
    }

    private static async Task<long> MegabytesAsync(Host host) => (long)((await Scrape.OfAsync(host)).Sum("dotnet_process_memory_working_set_bytes") / 1_000_000);

    private static async Task<IReadOnlyList<Verdict>> BookAsync(HttpClient gateway, ConcurrentQueue<Place> places, TimeSpan span)
    {
        List<Verdict> verdicts = [];

        // One at least must get in, however busy the machine is.
        for (var clock = Stopwatch.StartNew(); (clock.Elapsed < span || !verdicts.Contains(Verdict.Done)) && places.TryDequeue(out var place);)
        {
            verdicts.Add((await Storefront.BookAsync(gateway, place, $"Guest {Guid.NewGuid():N}")).Verdict);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return verdicts;
    }

    /// <summary>Clients that each send one read after the other.</summary>
    private sealed class Storm(HttpClient gateway)
    {
        private readonly ConcurrentBag<double> refusals = [];
        private int done;
        private int withoutTime;
        private int failed;

        public async Task<Result> RunAsync(int clients, TimeSpan span)
        {
            using var stop = new CancellationTokenSource(span);
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => RepeatAsync(stop.Token)));
            return new Result(done / clock.Elapsed.TotalSeconds, refusals.Count, refusals.Order().ElementAtOrDefault(refusals.Count / 2), withoutTime, failed);
        }

        private async Task RepeatAsync(CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                var wait = await AskAsync();
                try
                {
                    await Task.Delay(wait, TimeProvider.System, stop);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }

        // Another service each time, so that no cache answers.
        private async Task<TimeSpan> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(
                    JsonSerializer.Serialize(new { query = "query($id: ID!) { service(id: $id) { id name } }", variables = new { id = $"none-{Guid.NewGuid():N}" } }),
                    Encoding.UTF8,
                    "application/json"),
            };
            request.Headers.Add("X-Company-Id", "load-00002");
            var start = Stopwatch.GetTimestamp();
            using var response = await gateway.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode is HttpStatusCode.OK && !body.Contains("\"errors\""))
            {
                Interlocked.Increment(ref done);
                return TimeSpan.Zero;
            }

            if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
            {
                refusals.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                Interlocked.Add(ref withoutTime, response.Headers.RetryAfter?.Delta is null ? 1 : 0);
                return response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            }

            Interlocked.Increment(ref failed);
            return TimeSpan.Zero;
        }

        public sealed record Result(double PerSecond, int Refused, double RefusalMs, int RefusedWithoutTime, int Failed);
    }
}
