using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bff.Sandbox.Faults;
using Bff.Tests.Sandbox.Bookings;

namespace Bff.Tests.Sandbox.Admin;

public sealed class CounterTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Calls_commits_and_bytes_are_counted_per_operation_and_tenant_refused_calls_too()
    {
        using var admin = sandbox.Admin();
        using var salon = sandbox.Salon();
        using var yoga = sandbox.Yoga();
        using var nobody = sandbox.For("nobody");
        var body = BookingRequests.AtHongKong("svc-004", "2026-06-20T10:00:00", 30);
        await admin.PostAsync("/admin/reset", null);

        var first = await salon.PostAsync("/bookings/guest", body);
        var taken = await salon.PostAsync("/bookings/guest", body);
        await yoga.PostAsync("/bookings/guest", body);
        await nobody.PostAsync("/bookings/guest", body);

        var all = await CountersAsync(admin, "");
        var ofSalon = await CountersAsync(admin, "?tenant=salon-hk");
        ((int)all["calls"]!, (int)all["commits"]!).ShouldBe((4, 1));
        ((int)ofSalon["calls"]!, (int)ofSalon["commits"]!).ShouldBe((2, 1));
        ((long)ofSalon["bytes"]!).ShouldBe(first.Text.Length + System.Text.Encoding.UTF8.GetByteCount(taken.Text)
            + System.Text.Encoding.UTF8.GetByteCount(first.Text) - first.Text.Length);
    }

    [Fact]
    public async Task The_high_water_mark_is_the_number_of_requests_that_were_in_at_once()
    {
        using var admin = sandbox.Admin();
        using var salon = sandbox.Salon();
        var counter = sandbox.World.Counters["listServiceStaff", "salon-hk"];
        sandbox.World.Faults.Set([new FaultRule { OperationId = "listServiceStaff", Kind = FaultKind.Latency, DelayMs = 60_000, Clock = FaultClock.Sandbox }]);

        var calls = Enumerable.Range(0, 37).Select(_ => salon.GetAsync("/services/svc-001/staff")).ToArray();
        SpinWait.SpinUntil(() => counter.Running == 37, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        await admin.PostAsJsonAsync("/admin/clock", new { advanceSeconds = 60 });
        await Task.WhenAll(calls);
        sandbox.World.Faults.Clear();
        await salon.GetAsync("/services/svc-001/staff");

        counter.MaxConcurrent.ShouldBe(37);
    }

    [Fact]
    public async Task Reset_brings_back_the_sample_data_and_zero()
    {
        using var admin = sandbox.Admin();
        using var load = sandbox.For("load-00007");
        var body = BookingRequests.AtHongKong("svc-004", "2026-06-21T10:00:00", 30);
        await load.PostAsync("/bookings/guest", body);

        await admin.PostAsync("/admin/reset", null);

        (await admin.GetFromJsonAsync<JsonObject>("/admin/counters"))!.Count.ShouldBe(0);
        (await admin.GetFromJsonAsync<JsonArray>("/admin/state/bookings?tenant=load-00007"))!.Count.ShouldBe(0);
        ((bool)(await load.GetAsync("/services/svc-004/slots?date=2026-06-21")).Items[0]!["available"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task The_admin_is_not_on_the_port_of_the_API_nor_the_API_on_the_port_of_the_admin()
    {
        using var admin = sandbox.Admin();
        using var http = new HttpClient { BaseAddress = sandbox.Server.ApiAddress };

        var onApi = await http.GetAsync("/admin/counters");
        var onAdmin = await admin.GetAsync("/v6/customer-portal/services");

        ((int)onApi.StatusCode, (int)onAdmin.StatusCode).ShouldBe((404, 404));
        sandbox.World.Violations.UnknownRoutes.ShouldContain(v => v.Subject == "GET /admin/counters");
        sandbox.World.Violations.Clear();
    }

    private static async Task<JsonNode> CountersAsync(HttpClient admin, string query) =>
        (await admin.GetFromJsonAsync<JsonObject>("/admin/counters" + query))!["createGuestBooking"]!;
}
