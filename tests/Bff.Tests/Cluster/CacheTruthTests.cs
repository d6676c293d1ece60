using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Bff.Contracts.Bookings;
using Bff.Contracts.Catalog;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Cluster;

/// <summary>What owners' caches say of themselves, by area and verdict, held against what v6 counted.</summary>
public sealed class CacheTruthTests
{
    private static readonly CatalogPageRequest First = new(1, null);

    [Fact]
    public async Task Hits_misses_absences_stale_answers_and_calls_that_were_spared_add_up_to_what_v6_was_asked()
    {
        var clock = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup
        {
            CacheTime = clock,
            Settings = new Dictionary<string, string?> { ["Upstream:ReadRetries"] = "0" },
        });
        using var counts = new Counts(bff.Cluster.Silos[0].ServiceProvider.GetRequiredService<IMeterFactory>());
        var tenant = bff.NewTenant();
        var services = bff.Cluster.Client.GetGrain<IServiceCatalogGrain>(tenant);
        var content = bff.Cluster.Client.GetGrain<IContentGrain>(tenant);

        // Act: twenty at once, five that find it kept, two for what does not exist, and one while v6 is down, later.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => services.GetPageAsync(First)));
        for (var i = 0; i < 5; i++)
        {
            await services.GetPageAsync(First);
        }

        await services.GetServiceAsync(EntityId.Parse("svc-001"));
        await services.GetServiceAsync(EntityId.Parse("svc-001"));
        await content.GetPageAsync(Slug.Parse("no-such-page"));
        await content.GetPageAsync(Slug.Parse("no-such-page"));
        clock.Advance(TimeSpan.FromHours(1));
        bff.V6.Fail(new FaultRule { OperationId = "listServices", Tenant = tenant, Kind = FaultKind.Status, Status = 503 });
        (await services.GetPageAsync(First)).IsStale.ShouldBeTrue();

        // Assert
        counts.Of("services list", "miss").ShouldBe(1);
        (counts.Of("services list", "coalesced") + counts.Of("services list", "hit")).ShouldBe(24);
        counts.Of("services list", "stale").ShouldBe(1);
        counts.Of("content.pages one", "absent").ShouldBe(1);
        counts.Fetches("services list").ShouldBe(bff.V6.Calls("listServices", tenant));
        counts.Fetches("services one").ShouldBe(bff.V6.Calls("getService", tenant));
        counts.Of("services one", "hit").ShouldBe(1);
        counts.Fetches("content.pages one").ShouldBe(bff.V6.Calls("getCmsPage", tenant));
        (counts.All("services list") - counts.Fetches("services list")).ShouldBe(24, "spared calls: requests less fetches");
    }

    /// <summary>The counters of one silo's owners.</summary>
    private sealed class Counts : IDisposable
    {
        private readonly ConcurrentDictionary<string, long> counted = new();
        private readonly MeterListener listener = new();

        public Counts(IMeterFactory silo)
        {
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, silo) && instrument.Name is "bff.cache.requests" or "bff.cache.fetches")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                var by = tags.ToArray().ToDictionary(tag => tag.Key, tag => (string?)tag.Value);
                if (by["layer"] == "owner" && ReferenceEquals(instrument.Meter.Scope, silo))
                {
                    counted.AddOrUpdate($"{instrument.Name} {by["area"]} {by["form"]} {by.GetValueOrDefault("verdict")}", value, (_, before) => before + value);
                }
            });
            listener.Start();
        }

        /// <param name="asked">Area and form, which name the operation.</param>
        /// <param name="verdict">How it was answered.</param>
        public long Of(string asked, string verdict) => counted.GetValueOrDefault($"bff.cache.requests {asked} {verdict}");

        public long All(string asked) => Sum($"bff.cache.requests {asked} ");

        public long Fetches(string asked) => Sum($"bff.cache.fetches {asked} ");

        public void Dispose() => listener.Dispose();

        private long Sum(string prefix) => counted.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(count => count.Value);
    }
}
