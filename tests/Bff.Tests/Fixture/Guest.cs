using System.Text.Json;

namespace Bff.Tests.Fixture;

/// <summary>A slot that a guest has seen.</summary>
internal sealed record SeenSlot(string ServiceId, string Date, string StartsAt, string EndsAt, string LocalStart, int RemainingCapacity);

/// <summary>Somebody who books without signing in.</summary>
internal sealed class Guest(BffFixture bff, string tenant)
{
    private const string Slots = "id slots(date: $date) { slots { startsAt endsAt localStart available remainingCapacity } }";

    private const string BookDocument = """
        mutation($input: CreateGuestBookingInput!) {
          createGuestBooking(input: $input) {
            booking { id status startsAt endsAt localStart totalPrice { amount currency } }
            errors {
              __typename
              ... on Error { code message }
              ... on ValidationError { field }
              ... on SlotTakenError { alternatives { startsAt available } }
            }
          }
        }
        """;

    public string Tenant => tenant;

    /// <summary>The first free slot, some days ahead, of a service that needs nothing but a name.</summary>
    public async Task<SeenSlot> FindSlotAsync(int? capacity = null) => (await FindSlotsAsync(capacity))[0];

    /// <summary>All free slots of that service on that day.</summary>
    public async Task<IReadOnlyList<SeenSlot>> FindSlotsAsync(int? capacity = null)
    {
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(3)).ToString("yyyy-MM-dd", null);
        var data = await bff.Storefront(tenant).QueryAsync(
            "query($date: LocalDate!) { services(first: 30) { nodes { requiresStaff requiresResource requireLogin paymentRequired capacity " + Slots + " } } }", new { date });
        var service = data.GetProperty("services").GetProperty("nodes").EnumerateArray().First(node =>
            !node.GetProperty("requiresStaff").GetBoolean() && !node.GetProperty("requiresResource").GetBoolean()
            && !node.GetProperty("requireLogin").GetBoolean() && !node.GetProperty("paymentRequired").GetBoolean()
            && (capacity is null || node.GetProperty("capacity").GetInt32() == capacity)
            && node.GetProperty("slots").GetProperty("slots").EnumerateArray().Any(slot => slot.GetProperty("available").GetBoolean()));
        return
        [
            .. service.GetProperty("slots").GetProperty("slots").EnumerateArray().Where(slot => slot.GetProperty("available").GetBoolean()).Select(slot => new SeenSlot(
                service.GetProperty("id").GetString()!, date, slot.GetProperty("startsAt").GetString()!, slot.GetProperty("endsAt").GetString()!,
                slot.GetProperty("localStart").GetString()!, slot.GetProperty("remainingCapacity").GetInt32())),
        ];
    }

    /// <summary>The same slot, read anew.</summary>
    public async Task<JsonElement> ReadSlotAsync(SeenSlot slot, int gateway = 0)
    {
        var data = await bff.Storefront(tenant, gateway).QueryAsync(
            "query($id: ID!, $date: LocalDate!) { service(id: $id) { " + Slots + " } }", new { id = slot.ServiceId, date = slot.Date });
        return data.GetProperty("service").GetProperty("slots").GetProperty("slots").EnumerateArray()
            .Single(other => other.GetProperty("startsAt").GetString() == slot.StartsAt);
    }

    /// <summary>Books it and gives the payload; <paramref name="change"/> replaces one input field.</summary>
    public async Task<JsonElement> BookAsync(SeenSlot slot, int gateway = 0, (string Field, string Value)? change = null)
    {
        var reply = await TryBookAsync(slot, gateway, change is { } changed ? [changed] : []);
        reply.Errors.ShouldBeEmpty(reply.Text);
        return reply.Data.GetProperty("createGuestBooking");
    }

    /// <summary>Books it and gives the whole reply; <paramref name="changes"/> replace input fields.</summary>
    public Task<StorefrontReply> TryBookAsync(SeenSlot slot, int gateway = 0, params ReadOnlySpan<(string Field, string Value)> changes)
    {
        var input = new Dictionary<string, object?>
        {
            ["serviceId"] = slot.ServiceId,
            ["occurrenceStart"] = slot.StartsAt,
            ["occurrenceEnd"] = slot.EndsAt,
            ["customerName"] = "Chan Tai Man",
            ["customerPhone"] = "+85291234567",
        };
        foreach (var (field, value) in changes)
        {
            input[field] = value;
        }

        return bff.Storefront(tenant, gateway).SendAsync(BookDocument, new { input });
    }
}
