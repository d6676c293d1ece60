using System.Text.Json;
using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Reading the next day ahead. The clock under the caches stands still unless the test moves it, so that nothing expires by itself.</summary>
public sealed class NeighbourDayTests : IAsyncLifetime
{
    private const string Slots = "listServiceSlots";

    private static readonly DateOnly Day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);

    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        CacheTime = time,
        Settings = new Dictionary<string, string?> { ["Bookings:PrefetchDays"] = "1", ["Upstream:CallsPerTenant"] = "2" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task Who_has_read_a_day_finds_the_next_one_read_already()
    {
        var (tenant, service) = (bff.NewTenant(), await ServiceAsync());
        await ReadAsync(tenant, service, Day);
        await CallsBecomeAsync(tenant, 2);

        await ReadAsync(tenant, service, Day.AddDays(1));

        // The third is the day after: had the second cost a call, there would be four.
        await CallsBecomeAsync(tenant, 3);
        await ReadAsync(tenant, service, Day);
        await ReadAsync(tenant, service, Day.AddDays(1));
        bff.V6.Calls(Slots, tenant).ShouldBe(3);
    }

    [Fact]
    public async Task What_nobody_reads_is_not_read_ahead_however_long_it_was_read_before()
    {
        var (tenant, service) = (bff.NewTenant(), await ServiceAsync());
        await ReadAsync(tenant, service, Day);
        await CallsBecomeAsync(tenant, 2);

        for (var hour = 0; hour < 12; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            await bff.Storefront(tenant).QueryAsync("{ services(first: 1) { nodes { id } } }");
        }

        bff.V6.Calls(Slots, tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_tenant_that_uses_its_calls_has_nothing_read_ahead()
    {
        var (tenant, service) = (bff.NewTenant(), await ServiceAsync());
        bff.V6.Fail(new FaultRule { OperationId = "getMenu", Tenant = tenant, Kind = FaultKind.Latency, DelayMs = 1_500 });
        var slow = bff.Storefront(tenant).QueryAsync("""{ menu(location: "header") { items { label } } }""");
        await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls("getMenu", tenant) == 1), "one of two calls is taken");

        await ReadAsync(tenant, service, Day);
        await slow;

        bff.V6.Calls(Slots, tenant).ShouldBe(1);
    }

    private async Task<string> ServiceAsync() => (await new Guest(bff, bff.NewTenant()).FindSlotAsync()).ServiceId;

    private Task<JsonElement> ReadAsync(string tenant, string service, DateOnly day) => bff.Storefront(tenant).QueryAsync(
        "query($id: ID!, $date: LocalDate!) { service(id: $id) { slots(date: $date) { slots { startsAt } } } }", new { id = service, date = $"{day:yyyy-MM-dd}" });

    private Task<TimeSpan> CallsBecomeAsync(string tenant, long calls) =>
        Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls(Slots, tenant) == calls), $"{calls} calls");
}
