using System.Text.Json;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Membership;

public sealed class GiftTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Redeem = """
        mutation($id: ID!) { redeemGiftOffer(input: { id: $id }) { redemption { id status } errors { __typename ... on Error { code } } } }
        """;

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task Tiers_and_offers_come_through_every_layer()
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync("{ membershipTiers { id name price { amount currency } benefits } giftOffers { id name points isRedeemable } }");

        data.GetProperty("membershipTiers").GetArrayLength().ShouldBePositive();
        data.GetProperty("giftOffers").GetArrayLength().ShouldBePositive();
        bff.V6.AllCalls(tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_redeemed_gift_is_in_the_customer_s_list_at_once()
    {
        var device = await RichMemberAsync(bff.NewTenant());
        var offers = await device.SendAsync("{ giftOffers { id isRedeemable } me { giftRedemptions { id } } }");
        var offer = offers.Data.GetProperty("giftOffers").EnumerateArray().First(node => node.GetProperty("isRedeemable").GetBoolean());

        var reply = await device.SendAsync(Redeem, new { id = offer.GetProperty("id").GetString() });
        var listed = await device.SendAsync("{ me { giftRedemptions { id statusText giftOffer { id name } } } }");

        var id = reply.Data.GetProperty("redeemGiftOffer").GetProperty("redemption").GetProperty("id").GetString();
        listed.Data.GetProperty("me").GetProperty("giftRedemptions").EnumerateArray().Select(gift => gift.GetProperty("id").GetString()).ShouldContain(id);
    }

    [Fact]
    public async Task An_anonymous_caller_never_sees_what_a_member_was_told_and_the_other_way_round()
    {
        var tenant = bff.NewTenant();
        var member = await RichMemberAsync(tenant);
        const string Offers = "{ giftOffers { id isRedeemable } }";

        var anonymous = (await bff.Storefront(tenant).SendAsync(Offers)).Data.GetRawText();
        var personal = (await member.SendAsync(Offers)).Data.GetRawText();
        var anonymousAgain = (await bff.Storefront(tenant).SendAsync(Offers)).Data.GetRawText();
        var personalAgain = (await member.SendAsync(Offers)).Data.GetRawText();

        anonymousAgain.ShouldBe(anonymous);
        personalAgain.ShouldBe(personal);
        personal.ShouldNotBe(anonymous);
    }

    [Theory]
    [InlineData("listGiftOffers", "{ giftOffers { id isRedeemable } }")]
    [InlineData("getGiftOffer", """{ giftOffer(id: "gift-007") { id isRedeemable } }""")]
    public async Task What_one_member_redeems_is_one_less_for_every_other_at_once(string operation, string document)
    {
        var tenant = bff.NewTenant();
        var member = await RichMemberAsync(tenant);
        var (name, value) = bff.V6.Member(tenant, 2).Header();
        await bff.Storefront(tenant).SendAsync(document, headers: (name, value));
        await bff.Storefront(tenant).SendAsync(document, headers: (name, value));
        var kept = bff.V6.Calls(operation, tenant);

        var reply = await member.SendAsync(Redeem, new { id = "gift-007" });
        await bff.Storefront(tenant).SendAsync(document, headers: (name, value));

        reply.Data.GetProperty("redeemGiftOffer").GetProperty("errors").GetArrayLength().ShouldBe(0, reply.Text);
        (kept, bff.V6.Calls(operation, tenant)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task One_more_than_a_member_may_have_is_a_conflict_by_its_own_name()
    {
        var member = await RichMemberAsync(bff.NewTenant());
        await member.SendAsync(Redeem, new { id = "gift-007" });

        var again = await member.SendAsync(Redeem, new { id = "gift-007" });

        var error = again.Data.GetProperty("redeemGiftOffer").GetProperty("errors")[0];
        (error.GetProperty("__typename").GetString(), error.GetProperty("code").GetString()).ShouldBe(("ConflictError", "CONFLICT"));
        bff.V6.Commits("redeemGiftOffer", member.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task Redeeming_needs_a_session()
    {
        var tenant = bff.NewTenant();

        var reply = await bff.Storefront(tenant).SendAsync(Redeem, new { id = "gift-001" });

        reply.Data.GetProperty("redeemGiftOffer").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotAllowedError");
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("{}", "claimToken")]
    [InlineData("""{ "claimToken": "a", "offerId": "b" }""", "claimToken")]
    [InlineData("""{ "claimToken": "a b" }""", "claimToken")]
    [InlineData("""{ "offerId": "../b" }""", "offerId")]
    public async Task A_claim_that_cannot_be_used_is_named_and_v6_is_not_asked(string input, string field)
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(
            "mutation($input: ClaimGiftInput!) { claimGift(input: $input) { errors { __typename ... on ValidationError { field } } } }", new { input = JsonDocument.Parse(input).RootElement });

        data.GetProperty("claimGift").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    // A member of the sample data, with points to spend.
    private async Task<Device> RichMemberAsync(string tenant)
    {
        var device = new Device(bff, tenant, "+85291230001");
        await device.SignInAsync();
        return device;
    }
}
