using System.Text.Json;
using Bff.Sandbox.Faults;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Bookings;

/// <summary>Moves after which v6 shows the booking as before: to another person, and between the two times of an hour that autumn repeats.</summary>
public sealed class MoveWithoutTraceTests : IAsyncLifetime
{
    private const string Move = "rescheduleBooking";

    private readonly ShiftableTime time = new();
    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup
    {
        AuthTime = time,
        Settings = new Dictionary<string, string?> { ["Receipts:LookEvery"] = "00:00:00" },
    });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Theory]
    [InlineData("ResetBeforeCommit")]
    [InlineData("ResetAfterCommit")]
    public async Task A_move_to_another_person_whose_answer_was_lost_stays_unknown(string kind)
    {
        var device = Device.WithToken(bff, bff.NewTenant());
        var (slot, staff) = await FindStaffedSlotAsync(device.Tenant);
        var id = await BookAsync(device, slot, staff[0]);

        await ShouldStayUnknownAsync(device, id, slot, staff[1], kind);
    }

    [Theory]
    [InlineData("ResetBeforeCommit")]
    [InlineData("ResetAfterCommit")]
    public async Task A_move_to_the_same_time_of_an_hour_that_comes_again_stays_unknown(string kind)
    {
        var device = Device.WithToken(bff, "yoga-berlin");
        var twins = await FindTwinsAsync(device.Tenant);
        var id = await BookAsync(device, twins[0], staff: null);

        await ShouldStayUnknownAsync(device, id, twins[1], staff: null, kind);
    }

    private async Task ShouldStayUnknownAsync(Device device, string id, SeenSlot to, string? staff, string kind)
    {
        bff.V6.Fail(new FaultRule { OperationId = Move, Tenant = device.Tenant, Kind = Enum.Parse<FaultKind>(kind) });

        var reply = await device.SendAsync(
            "mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id } errors { __typename ... on UnknownOutcomeError { receiptKey } } } }",
            new { input = new { id, occurrenceStart = to.StartsAt, occurrenceEnd = to.EndsAt, staffId = staff } });
        bff.V6.Recover();
        var payload = reply.Data.GetProperty(Move);
        var soon = await device.StatusAsync(payload.ReceiptKey());
        time.Advance(TimeSpan.FromMinutes(2));
        var late = await device.StatusAsync(payload.ReceiptKey());

        payload.Error().ShouldBe("UnknownOutcomeError");
        (soon, late).ShouldBe(("UNKNOWN", "UNKNOWN"));
    }

    private static async Task<string> BookAsync(Device device, SeenSlot slot, string? staff)
    {
        var reply = await device.SendAsync(
            "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id } errors { __typename ... on Error { code } } } }",
            new { input = new { serviceId = slot.ServiceId, occurrenceStart = slot.StartsAt, occurrenceEnd = slot.EndsAt, customerName = "Chan", customerPhone = device.Phone, customerEmail = device.Email, staffId = staff } });
        return reply.Data.GetProperty("createGuestBooking").BookingId() ?? throw new InvalidOperationException(reply.Text);
    }

    // A free slot of a service with two people at least.
    private async Task<(SeenSlot Slot, string[] Staff)> FindStaffedSlotAsync(string tenant)
    {
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(4)).ToString("yyyy-MM-dd", null);
        var nodes = await ServicesAsync(tenant, date, "requiresStaff requiresResource requireLogin paymentRequired staff { id }");
        var service = nodes.First(node => node.GetProperty("requiresStaff").GetBoolean() && !node.GetProperty("requiresResource").GetBoolean()
            && !node.GetProperty("paymentRequired").GetBoolean() && node.GetProperty("staff").GetArrayLength() > 1 && SlotsOf(node, date).Any());
        return (SlotsOf(service, date).First(), [.. service.GetProperty("staff").EnumerateArray().Select(person => person.GetProperty("id").GetString()!)]);
    }

    // Two free slots of one service that begin when the clock shows the same.
    private async Task<SeenSlot[]> FindTwinsAsync(string tenant) =>
        (await ServicesAsync(tenant, "2027-10-31", ""))
            .Select(node => SlotsOf(node, "2027-10-31").GroupBy(slot => slot.LocalStart).FirstOrDefault(twins => twins.Count() == 2 && twins.First().StartsAt != twins.Last().StartsAt))
            .First(twins => twins is not null)!.ToArray();

    private async Task<JsonElement[]> ServicesAsync(string tenant, string date, string more)
    {
        var data = await bff.Storefront(tenant).QueryAsync(
            "query($date: LocalDate!) { services(first: 100) { nodes { id " + more + " slots(date: $date) { slots { startsAt endsAt localStart available remainingCapacity } } } } }", new { date });
        return [.. data.GetProperty("services").GetProperty("nodes").EnumerateArray()];
    }

    private static IEnumerable<SeenSlot> SlotsOf(JsonElement service, string date) => service.GetProperty("slots").GetProperty("slots").EnumerateArray()
        .Where(slot => slot.GetProperty("available").GetBoolean())
        .Select(slot => new SeenSlot(
            service.GetProperty("id").GetString()!, date, slot.GetProperty("startsAt").GetString()!, slot.GetProperty("endsAt").GetString()!,
            slot.GetProperty("localStart").GetString()!, slot.GetProperty("remainingCapacity").GetInt32()));
}
