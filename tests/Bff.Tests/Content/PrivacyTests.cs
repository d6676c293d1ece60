using System.Text.Json;
using Bff.Tests.Fixture;
using CsCheck;

namespace Bff.Tests.Content;

/// <summary>
/// Members of different tiers and strangers ask for the same things at the same time; nothing of one ever reaches another. What each of them
/// has to be told is different from what any other has to be told: prices, offers, what can be redeemed, and surveys.
/// </summary>
public sealed class PrivacyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Event = """event(slug: "wedding-makeup-masterclass") { price { amount } }""";
    private const string Events = "events(first: 50) { nodes { slug price { amount } } }";
    private const string Offers = "giftOffers { id isRedeemable }";
    private const string GoldOffer = """gold: giftOffer(id: "gift-004") { id }""";
    private const string SilverOffer = """silver: giftOffer(id: "gift-005") { id }""";
    private const string Survey = """survey(slug: "gold-circle") { slug }""";

    private static readonly string[] Documents =
    [
        $"{{ {Event} {Events} {Offers} {GoldOffer} {SilverOffer} {Survey} }}",
        $"{{ {Event} }}",
        $"{{ {Events} }}",
        $"{{ {Offers} }}",
        $"{{ {GoldOffer} {SilverOffer} }}",
        $"{{ {Survey} }}",
    ];

    // In the order of the sample data's members; the stranger first.
    private static readonly Person[] People =
    [
        new("980", IsGold: false, IsSilver: false, []),
        new("880", IsGold: true, IsSilver: false, ["gift-001", "gift-002", "gift-003", "gift-004", "gift-006", "gift-007"]),
        new("930", IsGold: false, IsSilver: true, ["gift-001", "gift-003", "gift-005", "gift-006", "gift-007"]),
        new("960", IsGold: false, IsSilver: false, ["gift-006", "gift-007"]),
    ];

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Gateways = 2 });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task No_price_offer_or_survey_of_one_reaches_another_however_they_interleave()
    {
        var asks = 0;
        await Gen.Select(Gen.Int[0, People.Length - 1], Gen.Int[0, 1], Gen.Int[0, Documents.Length - 1]).Array[5, 40].Array[1, 3].SampleAsync(
            async waves =>
            {
                var tenant = bff.NewTenant();
                var headers = People.Select((_, who) => who == 0 ? Array.Empty<(string, string)>() : [bff.V6.Member(tenant, who).Header()]).ToArray();

                // A wave begins when the one before it has ended: what that left behind in the caches is met by others.
                foreach (var wave in waves)
                {
                    var replies = await Task.WhenAll(
                        wave.Select(ask => bff.Storefront(tenant, ask.Item2).SendAsync(Documents[ask.Item3], headers: headers[ask.Item1])));
                    foreach (var (ask, reply) in wave.Zip(replies))
                    {
                        asks++;
                        ShouldBeOwn(People[ask.Item1], reply);
                    }
                }
            },
            writeLine: output.WriteLine,
            iter: 40,
            threads: 1);
        output.WriteLine($"{asks} replies");
    }

    private static void ShouldBeOwn(Person person, StorefrontReply reply)
    {
        foreach (var field in reply.Data.EnumerateObject())
        {
            switch (field.Name)
            {
                case "event":
                    AmountOf(field.Value).ShouldBe(person.Price, reply.Text);
                    break;
                case "events":
                    AmountOf(field.Value.GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("slug").ValueEquals("wedding-makeup-masterclass"))).ShouldBe(person.Price, reply.Text);
                    break;
                case "giftOffers":
                    var offers = field.Value.EnumerateArray().ToArray();
                    offers.Where(offer => offer.GetProperty("isRedeemable").GetBoolean()).Select(IdOf).ShouldBe(person.Redeemable, ignoreOrder: true, reply.Text);
                    offers.Select(IdOf).Contains("gift-004").ShouldBe(person.IsGold, reply.Text);
                    offers.Select(IdOf).Contains("gift-005").ShouldBe(person.IsSilver, reply.Text);
                    break;
                case "gold":
                    IsThere(field.Value).ShouldBe(person.IsGold, reply.Text);
                    break;
                case "silver":
                    IsThere(field.Value).ShouldBe(person.IsSilver, reply.Text);
                    break;
                default:
                    IsThere(field.Value).ShouldBe(person.IsGold, reply.Text);
                    reply.Codes.ShouldBe(person.IsGold ? [] : ["FORBIDDEN"], reply.Text);
                    break;
            }
        }
    }

    private static bool IsThere(JsonElement value) => value.ValueKind is JsonValueKind.Object;

    private static string IdOf(JsonElement offer) => offer.GetProperty("id").GetString()!;

    private static string AmountOf(JsonElement source) => decimal.Parse(source.GetProperty("price").GetProperty("amount").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Person(string Price, bool IsGold, bool IsSilver, string[] Redeemable);
}
