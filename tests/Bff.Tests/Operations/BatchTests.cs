using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Operations;

/// <summary>
/// A page of services with what hangs on each of them: one grain call for what one grain owns of all, one for each of what has an owner of its own,
/// side by side, within the tenant's bound.
/// </summary>
public sealed class BatchTests : IAsyncLifetime
{
    private const int Permits = 6;
    private const int Services = 20;

    private readonly GrainCallLog calls = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        GrainCalls = calls,
        Settings = new Dictionary<string, string?> { ["Upstream:CallsPerTenant"] = $"{Permits}" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task Twenty_services_with_staff_and_slots_named_twice_are_one_grain_call_for_all_staff_and_one_for_each_day_of_slots()
    {
        var tenant = bff.NewTenant();
        // Long enough that what runs side by side is seen to, also where everything is slow.
        bff.V6.Fail(
            new FaultRule { OperationId = "listServiceStaff", Tenant = tenant, Kind = FaultKind.Latency, DelayMs = 200 },
            new FaultRule { OperationId = "listServiceSlots", Tenant = tenant, Kind = FaultKind.Latency, DelayMs = 200 });

        var data = await bff.Storefront(tenant).QueryAsync(
            """
            query($date: LocalDate!) {
              one: services(first: 20) { nodes { id staff { id } resources { id } slots(date: $date) { asOf } again: slots(date: $date) { asOf } more: staff { id name } } }
              two: services(first: 20) { nodes { id staff { id } slots(date: $date) { asOf } } }
            }
            """,
            new { date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2)).ToString("yyyy-MM-dd", null) });

        data.GetProperty("one").GetProperty("nodes").GetArrayLength().ShouldBe(Services);
        calls.Of("IServiceCatalogGrain.GetPageAsync", tenant).ShouldBe([1], calls.Seen);
        calls.Of("IServiceCatalogGrain.GetStaffOfAllAsync", tenant).ShouldBe([1], calls.Seen);
        calls.Of("IServiceCatalogGrain.GetResourcesOfAllAsync", tenant).ShouldBe([1], calls.Seen);
        calls.Of("IServiceCatalogGrain.GetStaffAsync", tenant).ShouldBeEmpty(calls.Seen);
        bff.V6.Calls("listServiceStaff", tenant).ShouldBe(Services);
        calls.Of("ISlotDayGrain.GetSlotsAsync", tenant).ShouldBe(Enumerable.Repeat(1, Services), calls.Seen);
        calls.MostAtOnce("ISlotDayGrain.GetSlotsAsync").ShouldBeGreaterThan(1);
        bff.V6.MostAtOnce("listServiceStaff", tenant).ShouldBeInRange(2, Permits);
        bff.V6.MostAtOnce("listServiceSlots", tenant).ShouldBeInRange(1, Permits);
        (bff.V6.MostAtOnce("listServiceStaff", tenant) + bff.V6.MostAtOnce("listServiceSlots", tenant)).ShouldBeGreaterThan(2);
    }
}
