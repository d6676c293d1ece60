using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Bookings;

public sealed class MyBookingTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_guest_booking_with_the_token_or_with_phone_and_email_of_a_member_is_in_the_members_list()
    {
        using var member = await sandbox.SalonAsync();
        using var guest = sandbox.Salon();
        JsonObject At(string start) => BookingRequests.AtHongKong("svc-002", start, 45, SignIn.SalonGold);

        var byToken = await member.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-002", "2026-06-15T10:00:00", 45));
        var byContact = await guest.PostAsync("/bookings/guest", At("2026-06-15T10:45:00").With("customerEmail", SignIn.SalonGoldEmail));
        var byPhoneAlone = await guest.PostAsync("/bookings/guest", At("2026-06-15T11:30:00"));
        var mine = (await member.GetAsync("/bookings")).Items.Select(b => (string)b!["id"]!).ToList();

        mine.ShouldContain((string)byToken.Data["id"]!);
        mine.ShouldContain((string)byContact.Data["id"]!);
        mine.ShouldNotContain((string)byPhoneAlone.Data["id"]!);
    }

    [Fact]
    public async Task A_cancelled_booking_frees_its_place_and_is_final()
    {
        using var member = await sandbox.SalonAsync();
        var id = await BookAsync(member, "svc-003", "2026-06-16T10:00:00", 30);

        var cancelled = await member.PostAsync($"/bookings/{id}/cancel", new JsonObject { ["reason"] = "ill" });
        var again = await member.PostAsync($"/bookings/{id}/cancel");
        var slot = (await member.GetAsync("/services/svc-003/slots?date=2026-06-16")).Items[0]!;

        ((string)cancelled.Data["status"]!, (string)cancelled.Data["cancellationReason"]!).ShouldBe(("cancelled", "ill"));
        cancelled.Data["statusHistory"]!.AsArray().Select(h => (string)h!["toStatus"]!).ShouldBe(["confirmed", "cancelled"]);
        (again.Status, again.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "CONFLICT"));
        ((bool)slot["available"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_moved_booking_frees_the_old_place_and_takes_the_new_one()
    {
        using var member = await sandbox.SalonAsync();
        var id = await BookAsync(member, "svc-003", "2026-06-17T10:00:00", 30);
        var to = BookingRequests.AtHongKong("svc-003", "2026-06-17T11:00:00", 30);

        var moved = await member.PostAsync($"/bookings/{id}/reschedule", to);
        var slots = (await member.GetAsync("/services/svc-003/slots?date=2026-06-17")).Items;

        ((string)moved.Data["startTime"]!).ShouldBe("11:00");
        slots.Take(3).Select(s => (bool)s!["available"]!).ShouldBe([true, true, false]);
    }

    [Fact]
    public async Task A_booking_cannot_be_moved_onto_a_taken_place()
    {
        using var member = await sandbox.SalonAsync();
        var id = await BookAsync(member, "svc-003", "2026-06-18T10:00:00", 30);
        await BookAsync(member, "svc-003", "2026-06-18T10:30:00", 30);

        var moved = await member.PostAsync($"/bookings/{id}/reschedule", BookingRequests.AtHongKong("svc-003", "2026-06-18T10:30:00", 30));

        (moved.Status, moved.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "SLOT_NOT_AVAILABLE"));
        ((string)(await member.GetAsync($"/bookings/{id}")).Data["startTime"]!).ShouldBe("10:00");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("reschedule")]
    public async Task After_the_cut_off_nothing_can_be_changed(string what)
    {
        using var member = await sandbox.SalonAsync();
        var id = await BookAsync(member, what == "cancel" ? "svc-004" : "svc-005", "2026-06-11T11:00:00", 30);

        var answer = await member.PostAsync($"/bookings/{id}/{what}", BookingRequests.AtHongKong("svc-004", "2026-06-19T10:00:00", 30));

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.UnprocessableEntity, "past_cutoff"));
        ((int)answer.Json["error"]!["details"]!["cutoffHours"]!).ShouldBe(24);
    }

    [Fact]
    public async Task A_service_can_keep_its_bookings_from_being_cancelled_online()
    {
        using var member = await sandbox.SalonAsync();
        var body = BookingRequests.AtHongKong("svc-035", "2026-06-16T10:00:00", 60).With("staffId", "st-daisy");
        var id = (string)(await member.PostAsync("/bookings/guest", body)).Data["id"]!;

        var answer = await member.PostAsync($"/bookings/{id}/cancel");

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.Forbidden, "disabled"));
    }

    [Fact]
    public async Task A_booking_of_somebody_else_is_not_there()
    {
        using var member = await sandbox.SalonAsync();
        using var other = await sandbox.SalonAsync(SignIn.SalonSilver);
        var id = await BookAsync(member, "svc-001", "2026-06-19T10:00:00", 60);

        var seen = await other.GetAsync($"/bookings/{id}");
        var cancelled = await other.PostAsync($"/bookings/{id}/cancel");

        (seen.Status, seen.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "BOOKING_NOT_FOUND"));
        cancelled.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> BookAsync(SandboxClient client, string service, string start, int minutes)
    {
        var answer = await client.PostAsync("/bookings/guest", BookingRequests.AtHongKong(service, start, minutes));
        return (string)answer.Data["id"]!;
    }
}
