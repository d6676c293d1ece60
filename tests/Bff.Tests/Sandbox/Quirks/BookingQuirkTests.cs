using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;
using Bff.Tests.Sandbox.Bookings;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class BookingQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData("bare")]
    public async Task V3_slots_stand_elsewhere(string? form)
    {
        await sandbox.RowAsync(3, form);
        using var salon = sandbox.Unchecked("salon-hk");

        var data = (await salon.GetAsync("/services/svc-001/slots?date=2026-06-20")).Data;

        (form is null ? data["slots"] : data)!.AsArray().Count.ShouldBe(10);
    }

    [Fact]
    public async Task V4_slots_have_a_status_and_availableCapacity()
    {
        await sandbox.RowAsync(4);
        using var salon = sandbox.Unchecked("salon-hk");

        var slot = (await salon.GetAsync("/services/svc-012/slots?date=2026-06-20")).Items[0]!.AsObject();

        ((string)slot["status"]!, (int)slot["availableCapacity"]!).ShouldBe(("available", 8));
        slot.ContainsKey("available").ShouldBeFalse();
        slot.ContainsKey("remainingCapacity").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-06-20", "2026-06-19T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2027-03-28", "2027-03-27T23:00:00Z")]
    public async Task V5_slot_times_are_instants_one_hour_apart_on_every_day(string day, string first)
    {
        await sandbox.RowAsync(5);
        using var yoga = sandbox.Unchecked("yoga-berlin");

        var starts = (await yoga.GetAsync($"/services/svc-015/slots?date={day}")).Items
            .Select(s => DateTimeOffset.Parse((string)s!["startTime"]!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        starts[0].ShouldBe(DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
        starts.Zip(starts.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First == TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("""{"bookingDate":"2026-06-15","startTime":"10:00","endTime":"11:00","customerName":"A","customerPhone":"+85260000001"}""")]
    [InlineData("""{"bookingDate":"2026-06-16","startTime":"10:00:00","endTime":"11:00:00","guestInfo":{"name":"A","phone":"+85260000001"}}""")]
    [InlineData("""{"bookingDate":"2026-06-17","startTime":"10:00","endTime":"11:00","guestInfo":{"firstName":"A","lastName":"B","phone":"1"}}""")]
    [InlineData("""{"bookingDate":"2026-06-18","startTime":"10:00","endTime":"11:00","slotId":"x","guestName":"A","guestPhone":"+85260000001"}""")]
    public async Task V6_a_guest_books_by_day_and_clock_time(string form)
    {
        var body = JsonNode.Parse(form)!.AsObject().With("serviceId", "svc-001").ToJsonString();
        using var salon = sandbox.Unchecked("salon-hk");

        await sandbox.PresetAsync("contract");
        var refused = await salon.PostTextAsync("/bookings/guest", body);
        await sandbox.RowAsync(6);
        var booked = await salon.PostTextAsync("/bookings/guest", body);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (booked.Status, (string)booked.Data["startTime"]!).ShouldBe((HttpStatusCode.Created, "10:00"));
    }

    [Fact]
    public async Task V6_a_member_books_without_saying_who_they_are()
    {
        await sandbox.PresetAsync("contract");
        using var member = await sandbox.SalonAsync();
        await sandbox.RowAsync(6);

        var booked = await member.PostTextAsync(
            "/bookings/guest", """{"serviceId":"svc-001","bookingDate":"2026-06-19","startTime":"10:00","endTime":"11:00","notes":null}""");

        booked.Status.ShouldBe(HttpStatusCode.Created);
        (await member.GetAsync("/bookings")).Items.ShouldContain(b => (string)b!["id"]! == (string)booked.Data["id"]!);
    }

    [Fact]
    public async Task V7_a_booking_is_moved_by_day_and_clock_time_with_null_ids()
    {
        await sandbox.PresetAsync("contract");
        using var member = await sandbox.SalonAsync();
        var id = (string)(await member.PostAsync(
            "/bookings/guest", BookingRequests.AtHongKong("svc-002", "2026-06-22T10:00:00", 45))).Data["id"]!;
        const string Move = """{"bookingDate":"2026-06-23","startTime":"10:45","endTime":"11:30","staffId":null,"resourceId":null,"notes":null}""";

        var refused = await member.PostTextAsync($"/bookings/{id}/reschedule", Move);
        await sandbox.RowAsync(7);
        var moved = await member.PostTextAsync($"/bookings/{id}/reschedule", Move);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)moved.Data["bookingDate"]!, (string)moved.Data["startTime"]!).ShouldBe(("2026-06-23", "10:45"));
    }

    [Fact]
    public async Task V8_booking_times_are_instants()
    {
        var (member, id) = await BookedAsync("2026-06-24");

        await sandbox.RowAsync(8);
        var booking = (await member.GetAsync($"/bookings/{id}")).Data;

        ((string)booking["startTime"]!, (string)booking["endTime"]!).ShouldBe(("2026-06-24T02:00:00Z", "2026-06-24T02:45:00Z"));
    }

    [Fact]
    public async Task V9_booking_money_is_a_number()
    {
        var (member, id) = await BookedAsync("2026-06-25");

        await sandbox.RowAsync(9);
        var booking = (await member.GetAsync($"/bookings/{id}")).Data;

        booking["totalPrice"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        booking["lineItems"]![0]!["price"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task V10_booking_lines_have_a_description_a_unit_price_and_a_total()
    {
        var (member, id) = await BookedAsync("2026-06-26");

        await sandbox.RowAsync(10);
        var line = (await member.GetAsync($"/bookings/{id}")).Data["lineItems"]![0]!.AsObject();

        ((string)line["description"]!).ShouldContain("Ladies");
        ((string)line["unitPrice"]!, (string)line["total"]!, (int)line["quantity"]!).ShouldBe(("320.00", "320.00", 1));
        line.ContainsKey("name").ShouldBeFalse();
    }

    [Fact]
    public async Task V16_staff_have_an_id_a_name_and_an_avatar()
    {
        await sandbox.RowAsync(16);
        using var salon = sandbox.Unchecked("salon-hk");

        var person = (await salon.GetAsync("/services/svc-014/staff")).Items[0]!.AsObject();

        person.Select(p => p.Key).ShouldBe(["id", "name", "avatar"], ignoreOrder: true);
    }

    [Fact]
    public async Task V45_further_arguments_are_no_violation_and_quotes_come_when_asked_for()
    {
        using var salon = sandbox.Unchecked("salon-hk");
        const string Path = "/services/svc-001/slots?date=2026-06-20&createQuotes=true";

        await sandbox.PresetAsync("contract");
        var plain = await salon.GetAsync(Path);
        var noted = sandbox.World.Violations.Counts.Count(v => v.Key.Subject == "listServiceSlots createQuotes");
        sandbox.World.Violations.Clear();
        await sandbox.RowAsync(45);
        var quoted = await salon.GetAsync(Path);

        (noted, sandbox.World.Violations.Counts.Count).ShouldBe((1, 0));
        plain.Items[0]!["quoteId"].ShouldBeNull();
        quoted.Items[0]!["quoteId"].ShouldNotBeNull();
    }

    private async Task<(SandboxClient Member, string Id)> BookedAsync(string day)
    {
        await sandbox.PresetAsync("contract");
        using var member = await sandbox.SalonAsync();
        var booked = await member.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-002", day + "T10:00:00", 45));
        var bent = sandbox.Unchecked("salon-hk");
        bent.Token = member.Token;
        return (bent, (string)booked.Data["id"]!);
    }
}
