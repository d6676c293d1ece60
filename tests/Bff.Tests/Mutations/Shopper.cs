using System.Text.Json;
using Bff.Sandbox.Auth;
using Bff.Tests.Fixture;
using Caller = Bff.Contracts.Auth.Caller;

namespace Bff.Tests.Mutations;

/// <summary>Somebody who books under an idempotency key and asks for receipts: a guest, or a member with a v6 token of its own.</summary>
internal sealed class Shopper(BffFixture bff, string tenant, int? member = null)
{
    private const string Book = """
        mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) {
          booking { id status startsAt totalPrice { amount currency } }
          errors { __typename ... on Error { code message } ... on UnknownOutcomeError { receiptKey } ... on RefusedError { retryable } } } }
        """;

    private readonly Caller? caller = member is { } number ? bff.V6.Member(tenant, number) : null;

    private Member? Person => member is { } number ? bff.V6.World.Tenants.Find(tenant)!.Part(MemberBook.Create).All[number - 1] : null;

    public string Tenant => tenant;

    /// <summary>The first free slot of a service that needs nothing but a name.</summary>
    public Task<SeenSlot> FindSlotAsync(int? capacity = null) => new Guest(bff, tenant).FindSlotAsync(capacity);

    /// <summary>Books and gives the payload.</summary>
    public Task<JsonElement> BookAsync(SeenSlot slot, string? key, int gateway = 0, string? name = null) =>
        RunAsync("createGuestBooking", Book, InputFor(slot, key, name), gateway);

    /// <summary>Runs a mutation that must not fail as a whole and gives its payload.</summary>
    public async Task<JsonElement> RunAsync(string mutation, string document, object input, int gateway = 0)
    {
        var reply = await SendAsync(document, new { input }, gateway);
        reply.Errors.ShouldBeEmpty(reply.Text);
        return reply.Data.GetProperty(mutation);
    }

    /// <summary>Sends a document as this person.</summary>
    public Task<StorefrontReply> SendAsync(string document, object? variables = null, int gateway = 0) =>
        bff.Storefront(tenant, gateway).SendAsync(document, variables, caller is null ? [] : [caller.Header()]);

    /// <summary>The receipt's status; null when there is none.</summary>
    public async Task<string?> StatusAsync(string key, int gateway = 0)
    {
        var reply = await SendAsync(
            "query($key: String!) { mutationReceipt(key: $key) { mutation status createdAt resolvedAt errors { __typename code } } }", new { key }, gateway);
        reply.Errors.ShouldBeEmpty(reply.Text);
        var receipt = reply.Data.GetProperty("mutationReceipt");
        return receipt.ValueKind is JsonValueKind.Null ? null : receipt.GetProperty("status").GetString();
    }

    public Dictionary<string, object?> InputFor(SeenSlot slot, string? key, string? name = null) => new()
    {
        ["serviceId"] = slot.ServiceId,
        ["occurrenceStart"] = slot.StartsAt,
        ["occurrenceEnd"] = slot.EndsAt,
        ["customerName"] = name ?? "Chan Tai Man",
        ["customerPhone"] = Person?.Phone ?? "+85291234567",
        ["customerEmail"] = Person?.Email ?? "chan@example.com",
        ["idempotencyKey"] = key,
    };
}

internal static class Results
{
    /// <summary>Id of what was made.</summary>
    public static string Id(this JsonElement payload, string field = "booking", string id = "id")
    {
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.GetRawText());
        return payload.GetProperty(field).GetProperty(id).GetString()!;
    }
}
