using System.Net;
using System.Text.Json.Nodes;
using Bff.Sandbox.Faults;

namespace Bff.Tests.Sandbox.Bookings;

public sealed class GuestBookingTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_booking_takes_its_place_and_the_next_one_is_refused()
    {
        using var salon = sandbox.Salon();
        var body = BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60);

        var first = await salon.PostAsync("/bookings/guest", body);
        var second = await salon.PostAsync("/bookings/guest", body);
        var slot = (await salon.GetAsync("/services/svc-001/slots?date=2026-06-12")).Items[0]!;

        first.Status.ShouldBe(HttpStatusCode.Created);
        (second.Status, second.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "SLOT_NOT_AVAILABLE"));
        ((string)slot["startTime"]!).ShouldBe("10:00");
        ((bool)slot["available"]!, (int)slot["remainingCapacity"]!).ShouldBe((false, 0));
    }

    [Fact]
    public async Task A_class_takes_as_many_as_it_has_places()
    {
        using var salon = sandbox.Salon();
        var body = BookingRequests.AtHongKong("svc-012", "2026-06-12T11:00:00", 90);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => salon.PostAsync("/bookings/guest", body)));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(8);
        answers.Count(a => a.ErrorCode == "SLOT_NOT_AVAILABLE").ShouldBe(12);
    }

    [Fact]
    public async Task A_pending_booking_takes_a_place_too()
    {
        using var salon = sandbox.Salon();
        var body = BookingRequests.AtHongKong("svc-028", "2026-06-12T10:00:00", 90);

        var first = await salon.PostAsync("/bookings/guest", body);

        ((string)first.Data["status"]!).ShouldBe("pending");
        (await salon.PostAsync("/bookings/guest", body)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Two_people_of_a_service_can_be_booked_at_the_same_time_and_each_once()
    {
        using var salon = sandbox.Salon();
        JsonObject For(string staff) => BookingRequests.AtHongKong("svc-016", "2026-06-12T10:00:00", 150).With("staffId", staff);

        var ada = await salon.PostAsync("/bookings/guest", For("st-ada"));
        var ben = await salon.PostAsync("/bookings/guest", For("st-ben"));
        var again = await salon.PostAsync("/bookings/guest", For("st-ada"));
        var stranger = await salon.PostAsync("/bookings/guest", For("st-daisy"));

        (ada.Status, ben.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        again.ErrorCode.ShouldBe("SLOT_NOT_AVAILABLE");
        (stranger.Status, stranger.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "STAFF_NOT_FOUND"));
    }

    [Theory]
    [InlineData("2026-06-12T10:10:00", "off the grid")]
    [InlineData("2026-06-12T21:00:00", "closed")]
    [InlineData("2026-06-09T10:00:00", "past")]
    public async Task A_time_that_is_no_slot_cannot_be_booked(string start, string why)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-001", start, 60));

        answer.ErrorCode.ShouldBe("SLOT_NOT_AVAILABLE", why);
    }

    [Fact]
    public async Task An_unknown_service_is_not_found_and_a_members_service_is_forbidden_to_guests()
    {
        using var salon = sandbox.Salon();

        var unknown = await salon.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-999", "2026-06-12T10:00:00", 60));
        var members = await salon.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-026", "2026-06-12T10:00:00", 60));

        (unknown.Status, unknown.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "SERVICE_NOT_FOUND"));
        members.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_same_customer_waits_between_bookings_where_the_merchant_says_so()
    {
        using var salon = sandbox.Salon();
        JsonObject On(string day) => BookingRequests.AtHongKong("svc-024", $"2026-06-{day}T10:00:00", 30).With("resourceId", "laser-1");

        await salon.PostAsync("/bookings/guest", On("12"));
        var second = await salon.PostAsync("/bookings/guest", On("13"));

        (second.Status, second.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "BOOKING_COOLDOWN_ACTIVE"));
        ((int)second.Json["error"]!["details"]!["cooldownDays"]!).ShouldBe(14);
    }

    [Fact]
    public async Task The_same_customer_holds_one_open_booking_where_the_merchant_says_so()
    {
        using var salon = sandbox.Salon();
        JsonObject At(string start) => BookingRequests.AtHongKong("svc-025", start, 30, "+85260000077");

        var first = await salon.PostAsync("/bookings/guest", At("2026-06-12T10:00:00"));
        var second = await salon.PostAsync("/bookings/guest", At("2026-06-13T10:00:00"));

        second.ErrorCode.ShouldBe("BOOKING_ON_HAND");
        ((string)second.Json["error"]!["details"]!["existingBookingId"]!).ShouldBe((string)first.Data["id"]!);
    }

    [Theory]
    [InlineData(FaultKind.Race, 2, null)]
    [InlineData(FaultKind.RaceConflict, 1, "BOOKING_RACE_CONFLICT")]
    internal async Task A_race_sells_one_place_twice_or_tells_the_loser(FaultKind kind, int sold, string? loser)
    {
        using var load = sandbox.For(kind == FaultKind.Race ? "load-00101" : "load-00102");
        sandbox.World.Faults.Set([new FaultRule { OperationId = "createGuestBooking", Kind = kind, Parties = 2, DelayMs = 10_000 }]);
        var body = BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60);

        var answers = await Task.WhenAll(load.PostAsync("/bookings/guest", body), load.PostAsync("/bookings/guest", body));
        sandbox.World.Faults.Clear();

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(sold);
        answers.FirstOrDefault(a => a.Status != HttpStatusCode.Created)?.ErrorCode.ShouldBe(loser);
    }
}
