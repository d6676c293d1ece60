using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

public sealed class CustomerBookingTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Cancel = """
        mutation($id: ID!) { cancelBooking(input: { id: $id, reason: "plans changed" }) { booking { id status cancellationReason } errors { __typename ... on Error { code } } } }
        """;

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_booking_made_while_signed_in_is_in_the_customer_s_list_at_once()
    {
        var device = await Device.SignedInAsync(bff);
        await device.SendAsync("{ me { bookings { id } } }");

        var id = await BookAsync(device);

        (await IdsAsync(device)).ShouldContain(id);
    }

    [Fact]
    public async Task A_cancelled_booking_shows_at_once_and_its_place_is_free_again()
    {
        var device = await Device.SignedInAsync(bff);
        var guest = new Guest(bff, device.Tenant);
        var slot = await guest.FindSlotAsync(capacity: 1);
        var id = await BookAsync(device, slot);
        (await guest.ReadSlotAsync(slot)).GetProperty("available").GetBoolean().ShouldBeFalse();
        await device.SendAsync("query($id: ID!) { me { booking(id: $id) { status } } }", new { id });

        var reply = await device.SendAsync(Cancel, new { id });
        var read = await device.SendAsync("query($id: ID!) { me { booking(id: $id) { status cancellationReason } } }", new { id });

        reply.Data.GetProperty("cancelBooking").GetProperty("errors").GetArrayLength().ShouldBe(0, reply.Text);
        read.Data.GetProperty("me").GetProperty("booking").GetProperty("status").GetString().ShouldBe("CANCELLED");
        (await guest.ReadSlotAsync(slot)).GetProperty("available").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_moved_booking_leaves_the_old_place_and_takes_the_new_one()
    {
        var device = await Device.SignedInAsync(bff);
        var guest = new Guest(bff, device.Tenant);
        var slot = await guest.FindSlotAsync(capacity: 1);
        var id = await BookAsync(device, slot);
        var next = await guest.FindSlotAsync(capacity: 1);

        var reply = await device.SendAsync(
            "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { startsAt } errors { __typename ... on Error { code } } } }",
            new { input = new { id, occurrenceStart = next.StartsAt, occurrenceEnd = next.EndsAt } });

        reply.Data.GetProperty("rescheduleBooking").GetProperty("booking").GetProperty("startsAt").GetString().ShouldBe(next.StartsAt, reply.Text);
        (await guest.ReadSlotAsync(slot)).GetProperty("available").GetBoolean().ShouldBeTrue();
        (await guest.ReadSlotAsync(next)).GetProperty("available").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Another_customer_s_booking_is_not_found()
    {
        var tenant = bff.NewTenant();
        var owner = await Device.SignedInAsync(bff, tenant);
        var other = await Device.SignedInAsync(bff, tenant);
        var id = await BookAsync(owner);

        var reply = await other.SendAsync(Cancel, new { id });

        reply.Data.GetProperty("cancelBooking").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBeOneOf("NotFoundError", "NotAllowedError");
        (await IdsAsync(owner)).ShouldContain(id);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_asked()
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).SendAsync(Cancel, new { id = "bkg-1" });

        reply.Data.GetProperty("cancelBooking").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotAllowedError");
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    private async Task<string> BookAsync(Device device, SeenSlot? slot = null)
    {
        slot ??= await new Guest(bff, device.Tenant).FindSlotAsync();
        var reply = await device.SendAsync(
            "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id } errors { __typename } } }",
            new { input = new { serviceId = slot.ServiceId, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt, customerName = "Chan Tai Man", customerPhone = device.Phone, customerEmail = device.Email } });
        return reply.Data.GetProperty("createGuestBooking").GetProperty("booking").GetProperty("id").GetString()!;
    }

    private static async Task<string?[]> IdsAsync(Device device)
    {
        var reply = await device.SendAsync("{ me { bookings { id } } }");
        reply.Errors.ShouldBeEmpty(reply.Text);
        return [.. reply.Data.GetProperty("me").GetProperty("bookings").EnumerateArray().Select(booking => booking.GetProperty("id").GetString())];
    }
}
