using System.Text.Json;
using Bff.Tests.Fixture;
using Bff.Tests.House;

namespace Bff.Tests.Operations;

/// <summary>The pages of a storefront, each one query: the documents of <c>docs/pages</c>.</summary>
public sealed class PageTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_home_page_asks_v6_once_for_each_thing_and_the_next_visitor_not_at_all()
    {
        var tenant = bff.NewTenant();

        var page = await bff.Storefront(tenant).QueryAsync(Document("home"));
        var cold = bff.V6.AllCalls(tenant);
        await bff.Storefront(tenant).QueryAsync(Document("home"));

        page.GetProperty("products").GetProperty("nodes").GetArrayLength().ShouldBePositive();
        page.GetProperty("header").GetProperty("items").GetArrayLength().ShouldBePositive();
        cold.ShouldBe(6);
        bff.V6.AllCalls(tenant).ShouldBe(cold);
    }

    [Fact]
    public async Task A_product_page_has_what_the_list_has_not()
    {
        var visitor = await Visitor.ArriveAsync(bff);

        var page = await visitor.GuestAsync(Document("product"), new { slug = visitor.Product });

        page.GetProperty("product").GetProperty("images").ValueKind.ShouldBe(JsonValueKind.Array);
        page.GetProperty("related").GetProperty("nodes").GetArrayLength().ShouldBePositive();
        page.GetProperty("paymentMethods").GetArrayLength().ShouldBePositive();
    }

    [Fact]
    public async Task A_booking_page_asks_for_no_day_twice()
    {
        var visitor = await Visitor.ArriveAsync(bff);
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(9)).ToString("yyyy-MM-dd", null);
        var before = bff.V6.Calls("listServiceSlots", visitor.Tenant);

        var page = await visitor.GuestAsync(Document("booking"), new { service = visitor.Service, date });

        page.GetProperty("service").GetProperty("week").GetArrayLength().ShouldBe(7);
        page.GetProperty("service").GetProperty("slots").GetProperty("date").GetString().ShouldBe(date);
        (bff.V6.Calls("listServiceSlots", visitor.Tenant) - before).ShouldBe(7);
    }

    [Fact]
    public async Task An_account_page_has_everything_of_the_customer()
    {
        var visitor = await Visitor.ArriveAsync(bff);
        await visitor.BookAsync();
        await visitor.OrderAsync();

        var page = await visitor.MemberAsync(Document("account"));

        page.GetProperty("me").GetProperty("bookings").EnumerateArray().Select(row => row.GetProperty("id").GetString()).ShouldContain(visitor.Booking);
        page.GetProperty("me").GetProperty("orders").EnumerateArray().Select(row => row.GetProperty("orderId").GetString()).ShouldContain(visitor.Order);
        page.GetProperty("sessions").GetArrayLength().ShouldBePositive();
    }

    [Fact]
    public async Task Twenty_services_with_staff_and_slots_cost_one_call_for_each_service_and_kind_however_often_they_are_named()
    {
        var tenant = bff.NewTenant();
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2)).ToString("yyyy-MM-dd", null);

        var data = await bff.Storefront(tenant).QueryAsync(
            """
            query($date: LocalDate!) {
              one: services(first: 20) { nodes { id staff { id } slots(date: $date) { asOf } again: slots(date: $date) { asOf } } }
              two: services(first: 20) { nodes { id staff { id } slots(date: $date) { asOf } } }
            }
            """,
            new { date });

        var services = data.GetProperty("one").GetProperty("nodes").GetArrayLength();
        services.ShouldBe(20);
        (bff.V6.Calls("listServices", tenant), bff.V6.Calls("listServiceStaff", tenant), bff.V6.Calls("listServiceSlots", tenant)).ShouldBe((1, 20, 20));
    }

    private static string Document(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "pages", name + ".graphql"));
}
