using System.Net;

namespace Bff.Tests.Sandbox.Bookings;

public sealed class ServiceCatalogTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Services_come_in_pages_that_together_hold_each_once()
    {
        using var salon = sandbox.Salon();

        var first = await salon.GetAsync("/services?limit=25");
        var second = await salon.GetAsync("/services?limit=25&page=2");

        var ids = first.Items.Concat(second.Items).Select(s => (string)s!["id"]!).ToList();
        ids.ShouldBe(Enumerable.Range(1, 40).Select(i => $"svc-{i:d3}"));
        ((bool)first.Data["pagination"]!["hasNext"]!).ShouldBeTrue();
        ((bool)second.Data["pagination"]!["hasNext"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task Search_keeps_services_whose_name_matches()
    {
        using var salon = sandbox.Salon();

        var found = await salon.GetAsync("/services?search=massage");

        found.Items.Count.ShouldBe(3);
        found.Items.ShouldAllBe(s => ((string)s!["name"]!).Contains("Massage"));
    }

    [Theory]
    [InlineData("/services/svc-999")]
    [InlineData("/services/svc-999/staff")]
    [InlineData("/services/svc-999/resources")]
    [InlineData("/services/svc-999/slots?date=2026-06-11")]
    [InlineData("/services/..%2Fservices")]
    public async Task An_unknown_service_is_not_found(string path)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.GetAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.ErrorCode.ShouldBe("NOT_FOUND");
    }

    [Theory]
    [InlineData("/services?limit=101", "limit")]
    [InlineData("/services?limit=0", "limit")]
    [InlineData("/services?page=0", "page")]
    [InlineData("/services/svc-001/slots", "date")]
    [InlineData("/services/svc-001/slots?date=2026-02-30", "date")]
    public async Task A_bad_argument_is_named(string path, string field)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.GetAsync(path);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.InvalidFields.ShouldBe([field]);
    }

    [Fact]
    public async Task Ten_of_the_first_thirty_services_of_the_salon_can_be_booked_by_anybody_on_each_of_the_next_seven_days()
    {
        using var salon = sandbox.Salon();
        var first = (await salon.GetAsync("/services?limit=30")).Items;
        var simple = first.Where(s => new[] { "requiresStaff", "requiresResource", "requireLogin", "paymentRequired" }
            .All(flag => !(bool)s![flag]!)).ToList();

        var open = new List<int>();
        foreach (var service in simple)
        {
            var days = Enumerable.Range(1, 7).Select(d => salon.GetAsync($"/services/{service!["id"]}/slots?date=2026-06-{10 + d}"));
            if ((await Task.WhenAll(days)).All(day => day.Items.Any(slot => (bool)slot!["available"]!)))
            {
                open.Add((int)service!["capacity"]!);
            }
        }

        open.Count.ShouldBeGreaterThanOrEqualTo(10);
        open.Count(capacity => capacity == 1).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_load_tenant_answers_like_the_salon_and_keeps_its_bookings_to_itself()
    {
        using var salon = sandbox.Salon();
        using var load = sandbox.For("load-00042");

        (await load.GetAsync("/services")).Text.ShouldBe((await salon.GetAsync("/services")).Text);
        var booked = await load.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-003", "2026-06-15T10:00:00", 30));

        booked.Status.ShouldBe(HttpStatusCode.Created);
        ((bool)(await load.GetAsync("/services/svc-003/slots?date=2026-06-15")).Items[0]!["available"]!).ShouldBeFalse();
        ((bool)(await salon.GetAsync("/services/svc-003/slots?date=2026-06-15")).Items[0]!["available"]!).ShouldBeTrue();
    }
}
