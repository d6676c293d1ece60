using System.Text.Json;
using Bff.Tests.Fixture;
using CsCheck;

namespace Bff.Tests.Content;

/// <summary>Members and strangers ask for the same things at the same time; nothing of one ever reaches another.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Document = """
        { event(slug: "braiding-workshop") { price { amount } pricingSource }
          events(first: 50) { nodes { slug price { amount } } }
          survey(slug: "member-preferences") { slug } }
        """;

    private const string PublicPrice = "320";
    private const string MemberPrice = "300";

    private BffFixture bff = null!;

    public async ValueTask InitializeAsync() => bff = await BffFixture.StartAsync(new BffSetup { Gateways = 2 });

    public ValueTask DisposeAsync() => bff.DisposeAsync();

    [Fact]
    public async Task No_price_and_no_survey_of_one_reaches_another_however_they_interleave() =>
        await Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1]).Array[10, 40].SampleAsync(
            async asks =>
            {
                var tenant = bff.NewTenant();
                var members = Enumerable.Range(1, 3).Select(number => bff.V6.Member(tenant, number)).ToArray();
                (string, string)[] HeadersOf(int who) => who == 0 ? [] : [members[who - 1].Header()];

                var replies = await Task.WhenAll(asks.Select(ask => bff.Storefront(tenant, ask.Item2).SendAsync(Document, headers: HeadersOf(ask.Item1))));

                foreach (var (ask, reply) in asks.Zip(replies))
                {
                    ShouldBeOwn(ask.Item1 > 0, reply);
                }
            },
            iter: 8,
            threads: 1);

    private static void ShouldBeOwn(bool isMember, StorefrontReply reply)
    {
        var price = isMember ? MemberPrice : PublicPrice;
        AmountOf(reply.Data.GetProperty("event")).ShouldBe(price, reply.Text);
        var listed = reply.Data.GetProperty("events").GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("slug").GetString() == "braiding-workshop");
        AmountOf(listed).ShouldBe(price, reply.Text);
        reply.Data.GetProperty("survey").ValueKind.ShouldBe(isMember ? JsonValueKind.Object : JsonValueKind.Null, reply.Text);
        reply.Codes.ShouldBe(isMember ? [] : ["FORBIDDEN"]);
    }

    private static string AmountOf(JsonElement source) => source.GetProperty("price").GetProperty("amount").GetString()!;
}
