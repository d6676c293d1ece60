using System.Text.Json;

namespace Bff.Tests.Mutations;

/// <summary>Something that a customer can get twice, and nothing in v6 tells which try it came from.</summary>
internal sealed record Purchase(string Mutation, string Document, string Field, string IdField, Dictionary<string, object?> Input)
{
    /// <summary>Errors as these tests read them.</summary>
    private const string Errors = "errors { __typename ... on Error { code } ... on UnknownOutcomeError { receiptKey } }";

    public static async Task<Purchase> FindAsync(Shopper shopper, string mutation) => mutation switch
    {
        "createGuestBooking" => new(
            mutation,
            "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id startsAt } " + Errors + " } }",
            "booking",
            "id",
            shopper.InputFor(await shopper.FindSlotAsync(capacity: 8), key: null)),
        "createOrder" => new(
            mutation,
            "mutation($input: CreateOrderInput!) { createOrder(input: $input) { order { orderId } " + Errors + " } }",
            "order",
            "orderId",
            new()
            {
                ["items"] = new[] { new { productId = await ProductAsync(shopper), quantity = 1 } },
                ["customer"] = new { firstName = "Chan", lastName = "Tai Man", email = "chan@example.com", phone = "+85291234567" },
            }),
        _ => new(
            mutation,
            "mutation($input: RedeemGiftOfferInput!) { redeemGiftOffer(input: $input) { redemption { id } " + Errors + " } }",
            "redemption",
            "id",
            new() { ["id"] = await OfferAsync(shopper), ["quantity"] = 1 }),
    };

    /// <summary>Gets it and gives the payload.</summary>
    public Task<JsonElement> GetAsync(Shopper shopper, string? key, int gateway = 0) =>
        shopper.RunAsync(Mutation, Document, new Dictionary<string, object?>(Input) { ["idempotencyKey"] = key }, gateway);

    /// <summary>Id of what a payload gives.</summary>
    public string IdOf(JsonElement payload) => payload.Id(Field, IdField);

    /// <summary>By what the outcome can be asked for.</summary>
    public static string ReceiptOf(JsonElement payload) => payload.GetProperty("errors")[0].GetProperty("receiptKey").GetString()!;

    private static async Task<string?> ProductAsync(Shopper shopper) =>
        (await shopper.SendAsync("{ products(first: 50) { nodes { id isVariable stockStatus } } }")).Data.GetProperty("products").GetProperty("nodes").EnumerateArray()
            .First(node => !node.GetProperty("isVariable").GetBoolean() && node.GetProperty("stockStatus").GetString() == "IN_STOCK")
            .GetProperty("id").GetString();

    private static async Task<string?> OfferAsync(Shopper shopper) =>
        (await shopper.SendAsync("{ giftOffers { id isRedeemable points quotaPerMember } }")).Data.GetProperty("giftOffers").EnumerateArray()
            .Where(node => node.GetProperty("isRedeemable").GetBoolean())
            .Where(node => node.GetProperty("quotaPerMember") is not { ValueKind: JsonValueKind.Number } quota || quota.GetInt32() > 1)
            .First(node => node.GetProperty("points").GetString() is not "0" and not "0.00")
            .GetProperty("id").GetString();
}
