using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream.Auth;
using Bff.Upstream.Content;
using Bff.Upstream.Http;
using Bff.Upstream.Membership;
using Bff.Upstream.Shop;
using static Bff.Tests.Upstream.StubUpstream;
using static Bff.Tests.Upstream.UpstreamHost;

namespace Bff.Tests.Upstream;

/// <summary>
/// The rows of the notes' §2 on the answers of the other features, each by its number. Requests are in <see cref="ContractFormTests"/>,
/// content in <see cref="BlockTests"/>, errors in <see cref="ErrorFormTests"/>.
/// </summary>
public sealed class FeatureVariationTests
{
    [Theory]
    [InlineData("""{"token":"t1","accessToken":"a1","memberUuid":"m"}""", "a1")]
    [InlineData("""{"accessToken":"a1","memberUuid":"m"}""", "a1")]
    [InlineData("""{"token":"t1","memberUuid":"m"}""", "t1")]
    public async Task V13_A_session_takes_the_access_token_else_the_token(string session, string token)
    {
        var sent = await AskDataAsync(session, host => host.Get<IAuthApi>().VerifyOtpAsync(Tenant, new("+852", null, "123456")));

        var done = sent.ShouldBeOfType<Sent<V6Session>.Done>().Value!;
        (done.Token.Value, done.MemberUuid).ShouldBe((token, "m"));
        done.ToString().ShouldBe("V6Session");
    }

    [Theory]
    [InlineData("""{"member":{"uuid":"m-1","name":"Ann"},"token":"t1"}""", "t1")]
    [InlineData("""{"member":{"uuid":"m-1","name":"Ann"}}""", null)]
    [InlineData("""{"token":"t1","accessToken":"t1","memberUuid":"m-1","memberName":"Ann"}""", "t1")]
    [InlineData("""{"id":7,"uuid":"m-1","code":"C","name":"Ann","token":"t1"}""", "t1")]
    public async Task V14_A_sign_up_answers_in_three_forms(string answer, string? token)
    {
        var sent = await AskDataAsync(
            answer, host => host.Get<IAuthApi>().RegisterMemberAsync(Tenant, new("Ann", null, null, null, null)), 201);

        var done = sent.ShouldBeOfType<Sent<V6Registration>.Done>().Value!;
        (done.Member.Uuid, done.Member.Name, done.Session?.Token.Value).ShouldBe(("m-1", "Ann", token));
    }

    [Theory]
    [InlineData("""{"items":[{"id":1,"slug":"home","title":"Home"}]}""")]
    [InlineData("""[{"id":"1","slug":"home","title":"Home"}]""")]
    public async Task V17_Pages_come_as_items_or_as_an_array(string list)
    {
        var result = await AskDataAsync(list, host => host.Get<IContentApi>().ListPagesAsync(Tenant));

        result.Value!.Items.ShouldHaveSingleItem().Id.ShouldBe("1");
    }

    [Fact]
    public async Task V21_A_post_of_the_old_form_is_read()
    {
        var result = await AskDataAsync(
            """{"id":5,"slug":"news","title":"News","content":"<p>hi</p>","metaTitle":"M","author":{"name":"A"}}""",
            host => host.Get<IContentApi>().GetPostAsync(Tenant, Slug.Parse("news")));

        (result.Value!.Summary.Id, result.Value.SeoTitle).ShouldBe(("5", "M"));
        result.Value.Blocks.ShouldHaveSingleItem().Member("html").AsText().ShouldBe("<p>hi</p>");
    }

    [Fact]
    public async Task V22_The_phase_of_an_event_comes_from_its_sessions()
    {
        var result = await AskDataAsync(
            """
            {"id":"e","slug":"e","price":0,"status":"PAST","location":"Hall","imageUrl":"i","description":"d","dates":[
              {"id":"s1","startTime":"2026-01-01T10:00:00Z","endTime":"2026-01-01T11:00:00Z","isExpired":true},
              {"startTime":"2027-01-01T10:00:00Z","endTime":"2027-01-01T11:00:00Z"}]}
            """,
            host => host.Get<IContentApi>().GetEventAsync(Tenant, null, Slug.Parse("e")));

        var read = result.Value!;
        (read.Venue, read.Image, read.Introduction).ShouldBe(("Hall", "i", "d"));
        read.Sessions[1].IsAvailable.ShouldBeFalse("a session without an id cannot be booked");
    }

    [Theory]
    [InlineData("""{"id":"r-1","status":"pending","totalAmount":50,"registeredAt":"2026-11-24T00:00:00Z"}""", "r-1")]
    [InlineData("""{"id":77,"status":"pending","totalAmount":"50.00","createdAt":"2026-11-24T00:00:00Z"}""", "77")]
    public async Task V25_An_event_registration_answers_in_two_forms(string answer, string id)
    {
        var sent = await AskDataAsync(
            answer, host => host.Get<IContentApi>().RegisterAsync(Tenant, null, new("e", "Ann", null, null, 1), Guid.NewGuid()), 201);

        var done = sent.ShouldBeOfType<Sent<V6EventRegistration>.Done>().Value!;
        (done.Id, done.TotalAmount, done.RegisteredAt).ShouldBe((id, 50m, DateTimeOffset.Parse("2026-11-24T00:00:00Z", null)));
    }

    [Fact]
    public async Task V26_A_payment_intent_may_come_without_the_publishable_key()
    {
        var sent = await AskDataAsync(
            """{"clientSecret":"cs","paymentIntentId":"pi"}""",
            host => host.Get<IContentApi>().CreatePaymentIntentAsync(Tenant, null, EntityId.Parse("r-1"), new(null, null)));

        var done = sent.ShouldBeOfType<Sent<V6EventPaymentIntent>.Done>().Value!;
        (done.ClientSecret, done.PublishableKey, done.ToString()).ShouldBe(("cs", null, "V6EventPaymentIntent"));
    }

    [Theory]
    [InlineData("in_stock", "InStock")]
    [InlineData("instock", "InStock")]
    [InlineData("LOW_STOCK", "LowStock")]
    [InlineData("outofstock", "OutOfStock")]
    [InlineData("backorder", "Unknown")]
    public async Task V27_Stock_states_are_read_without_underscores_and_a_missing_quantity_is_unknown(string text, string state)
    {
        var result = await AskDataAsync($$"""{"id":1,"price":1,"stockStatus":"{{text}}"}""", GetProductAsync);

        var stock = result.Value!.Summary.Stock;
        (stock.State.ToString(), stock.RawState, stock.Quantity).ShouldBe((state, text, null));
    }

    [Theory]
    [InlineData("""{"price":100,"discountPrice":90,"salePrice":80,"memberPrice":70}""", 80, 70)]
    [InlineData("""{"price":100,"discountPrice":90,"memberPrice":"70.00"}""", 90, 70)]
    [InlineData("""{"price":100}""", 100, 100)]
    public async Task V28_The_member_price_is_for_members_only(string prices, int anybody, int member)
    {
        var result = await AskDataAsync(prices.Replace("{", """{"id":1,""", StringComparison.Ordinal), GetProductAsync);

        var price = result.Value!.Summary.Price;
        (price.Effective(forMember: false), price.Effective(forMember: true)).ShouldBe((anybody, member));
    }

    [Fact]
    public async Task V29_A_product_without_a_slug_is_addressed_by_its_id()
    {
        var result = await AskDataAsync("""[{"id":42,"slug":null,"price":1}]""", host => host.Get<IShopApi>().ListProductsAsync(Tenant, new()));

        result.Value!.Items.ShouldHaveSingleItem().PathKey.ShouldBe("42");
    }

    [Fact]
    public async Task V31_V34_A_shipping_method_has_a_text_id_and_its_fee_two_names()
    {
        var result = await AskDataAsync(
            """[{"id":3,"cost":5},{"id":"4","price":"6.50","calculationType":"flat"}]""",
            host => host.Get<IShopApi>().ListShippingMethodsAsync(Tenant));

        result.Value!.Items.Select(method => (method.Id, method.Cost)).ShouldBe([("3", 5m), ("4", 6.50m)]);
    }

    [Fact]
    public async Task V33_V35_An_order_is_read_without_its_number_and_with_text_amounts_in_major_units()
    {
        var result = await AskDataAsync(
            """[{"orderId":"o-1","status":"shipped","totalAmount":"15000.00","items":[{"productId":1,"quantity":2,"unitPrice":"1","lineTotal":2}]}]""",
            host => host.Get<IShopApi>().ListOrdersAsync(Tenant, Token));

        var order = result.Value!.Items.ShouldHaveSingleItem();
        (order.OrderId, order.Status, order.TotalAmount).ShouldBe(("o-1", "shipped", 15000.00m));
        order.Items.ShouldHaveSingleItem().ShouldBe(new V6OrderLine("1", null, "", 2, 1m, 2m, "product"));
    }

    [Fact]
    public async Task V36_Tier_ids_are_text_and_units_have_one_case()
    {
        var result = await AskDataAsync(
            """[{"id":9,"name":"Gold","price":0,"validPeriodUnit":"months","validPeriodValue":12,"benefits":["a",1]}]""",
            host => host.Get<IMembershipApi>().ListTiersAsync(Tenant));

        var tier = result.Value!.Items.ShouldHaveSingleItem();
        (tier.Id, tier.ValidPeriodUnit).ShouldBe(("9", "MONTHS"));
        tier.Benefits.ShouldBe(["a", "1"]);
    }

    [Theory]
    [InlineData("""{"items":[{"id":"g"}],"pagination":{"page":1,"limit":1,"total":3,"totalPages":3,"hasNext":true}}""", 3, true)]
    [InlineData("""{"items":[{"id":"g"}],"total":3,"limit":1,"offset":0}""", 3, true)]
    [InlineData("""{"items":[{"id":"g"}],"total":1,"limit":20,"offset":0}""", 1, false)]
    public async Task V37_Gift_lists_page_in_two_forms(string list, int total, bool hasNext)
    {
        var result = await AskDataAsync(list, host => host.Get<IMembershipApi>().ListOffersAsync(Tenant, null));

        (result.Value!.Total, result.Value.HasNext).ShouldBe((total, hasNext));
    }

    [Fact]
    public async Task V38_Gift_figures_are_normalised()
    {
        var result = await AskDataAsync(
            """[{"id":"g","points":null,"expiryPeriod":30,"status":"active"},{"id":"h","points":"10","stamps":2,"expiryPeriod":"30","status":"ACTIVE"}]""",
            host => host.Get<IMembershipApi>().ListOffersAsync(Tenant, null));

        result.Value!.Items.Select(offer => (offer.Gift.Points, offer.Gift.Stamps, offer.ExpiryPeriod, offer.Status))
            .ShouldBe([(0m, 0, "30", "ACTIVE"), (10m, 2, "30", "ACTIVE")]);
    }

    [Fact]
    public async Task V41_Any_404_is_an_unknown_host()
    {
        var result = await AskAsync(
            """{"success":false}""", host => host.Surveys.ResolveDomainAsync(StorefrontDomain.Parse("no.example")), 404);

        result.IsAbsent.ShouldBeTrue();
    }

    private static Task<Fetched<V6Product>> GetProductAsync(UpstreamHost host) =>
        host.Get<IShopApi>().GetProductAsync(Tenant, Slug.Parse("p"));
}
