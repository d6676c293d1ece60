using System.Text.Json;
using Bff.Contracts.Bookings;
using Bff.Grains.Bookings;
using Bff.Grains.Tenancy;
using Bff.Tests.Fixture;
using Bff.Upstream.Bookings;

namespace Bff.Tests.Bookings;

public sealed class ServiceTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_page_of_services_comes_through_every_layer_from_one_v6_call()
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync("{ services(first: 3) { nodes { id name price { amount currency } } totalCount pageInfo { hasNextPage } } }");

        var services = data.GetProperty("services");
        services.GetProperty("nodes").GetArrayLength().ShouldBe(3);
        services.GetProperty("nodes")[0].GetProperty("price").GetProperty("currency").GetString().ShouldBe("HKD");
        services.GetProperty("totalCount").GetInt32().ShouldBeGreaterThan(30);
        services.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        bff.V6.AllCalls(tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_day_shows_the_limits_that_v6_tells_with_its_slots()
    {
        var data = await bff.Storefront(bff.NewTenant()).QueryAsync(
            """{ service(id: "svc-014") { minimumAdvanceBookingMinutes slots(date: "2030-01-07") { policy { advanceBookingDays minimumAdvanceBookingMinutes isAllowed } } } }""");

        var service = data.GetProperty("service");
        service.GetProperty("minimumAdvanceBookingMinutes").ValueKind.ShouldBe(JsonValueKind.Null);
        service.GetProperty("slots").GetProperty("policy").GetRawText()
            .ShouldBe("""{"advanceBookingDays":180,"minimumAdvanceBookingMinutes":null,"isAllowed":true}""");
    }

    // The sandbox keeps to the contract, which does not have this limit; v6 may send it.
    [Fact]
    public void A_limit_that_v6_tells_beyond_its_contract_is_shown_with_the_day()
    {
        var mapping = new SlotDayMapping(CompanyClock.Create("Asia/Hong_Kong"), new DateOnly(2030, 1, 7), "HKD", SlotQuery.All);

        var day = mapping.Map(new V6SlotList([], new V6BookingConfig(180, 90, 4, IsAllowed: true)), TimeProvider.System.GetUtcNow());

        day.Policy.ShouldBe(new BookingPolicy(180, 90, 4, IsAllowed: true));
    }

    [Fact]
    public async Task Paging_through_the_connection_gives_each_service_once_from_one_v6_call()
    {
        var tenant = bff.NewTenant();
        List<string> ids = [];
        string? cursor = null;
        bool more;
        do
        {
            var data = await bff.Storefront(tenant).QueryAsync(
                "query($after: String) { services(first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }", new { after = cursor });
            var services = data.GetProperty("services");
            ids.AddRange(services.GetProperty("nodes").EnumerateArray().Select(IdOf));
            more = services.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            cursor = services.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            ids.Count.ShouldBeLessThanOrEqualTo(services.GetProperty("totalCount").GetInt32());
        }
        while (more);

        ids.ShouldBeUnique();
        ids.Count.ShouldBeGreaterThan(30);
        bff.V6.Calls("listServices", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task Searching_asks_v6_for_the_words()
    {
        var data = await bff.Storefront("yoga-berlin").QueryAsync("{ all: services(first: 100) { totalCount } found: services(search: \"vinyasa\") { nodes { name } totalCount } }");

        data.GetProperty("found").GetProperty("totalCount").GetInt32().ShouldBeInRange(1, data.GetProperty("all").GetProperty("totalCount").GetInt32() - 1);
        data.GetProperty("found").GetProperty("nodes").EnumerateArray().ShouldAllBe(node => node.GetProperty("name").GetString()!.Contains("vinyasa", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_service_comes_with_its_staff_and_resources()
    {
        var tenant = bff.NewTenant();
        var list = await bff.Storefront(tenant).QueryAsync("{ services(first: 100) { nodes { id requiresStaff requiresResource } } }");
        var withStaff = list.GetProperty("services").GetProperty("nodes").EnumerateArray().First(node => node.GetProperty("requiresStaff").GetBoolean());

        var data = await bff.Storefront(tenant).QueryAsync(
            "query($id: ID!) { service(id: $id) { id addons { id price { amount } } staff { id name } resources { id name type } } }", new { id = IdOf(withStaff) });

        data.GetProperty("service").GetProperty("id").GetString().ShouldBe(IdOf(withStaff));
        data.GetProperty("service").GetProperty("staff").GetArrayLength().ShouldBePositive();
        bff.V6.Calls("listServiceStaff", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_service_is_null_without_an_error()
    {
        var reply = await bff.Storefront(bff.NewTenant()).SendAsync("{ service(id: \"svc-999999\") { id } }");

        reply.Errors.ShouldBeEmpty();
        reply.Data.GetProperty("service").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_page_of_services_with_staff_asks_v6_once_for_each_service()
    {
        var tenant = bff.NewTenant();

        await bff.Storefront(tenant).QueryAsync("{ services(first: 20) { nodes { id staff { id } again: staff { name } } } }");

        bff.V6.Calls("listServiceStaff", tenant).ShouldBe(20);
    }

    private static string IdOf(JsonElement node) => node.GetProperty("id").GetString()!;
}
