using System.Text.Json;
using Bff.Tests.Fixture;

namespace Bff.Tests.Operations;

/// <summary>What does not exist is null without an error, is remembered for a while, and is asked for again soon: it may have come into being.</summary>
public sealed class AbsentTests(ShiftedBff shared) : IClassFixture<ShiftedBff>
{
    // "Remembered as absent only briefly": at most half a minute (CachePolicy), and here a copy of that in the gateway.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(31);

    private readonly BffFixture bff = shared.Bff;

    [Theory]
    [InlineData("getService", """{ it: service(id: "svc-999") { id } }""")]
    [InlineData("getCmsPage", """{ it: page(slug: "no-such-page") { slug } }""")]
    [InlineData("getCmsPost", """{ it: post(slug: "no-such-post") { slug } }""")]
    [InlineData("getMenu", """{ it: menu(location: "nowhere") { items { label } } }""")]
    [InlineData("getEvent", """{ it: event(slug: "no-such-event") { id } }""")]
    [InlineData("getProduct", """{ it: product(slug: "no-such-product") { id } }""")]
    [InlineData("getGiftOffer", """{ it: giftOffer(id: "gift-999") { id } }""")]
    [InlineData("getSurveyBySlug", """{ it: survey(slug: "no-such-survey") { id } }""")]
    public async Task It_is_null_is_asked_for_once_and_soon_again(string operation, string document)
    {
        var tenant = bff.NewTenant();
        await ShouldBeAbsentAsync(tenant, document);
        await ShouldBeAbsentAsync(tenant, document);
        var remembered = bff.V6.Calls(operation, tenant);

        shared.Advance(Longest);
        await ShouldBeAbsentAsync(tenant, document);

        (remembered, bff.V6.Calls(operation, tenant)).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData("getGiftOffer", """{ it: giftOffer(id: "gift-999") { id } }""")]
    [InlineData("getEvent", """{ it: event(slug: "no-such-event") { id } }""")]
    [InlineData("getSurveyBySlug", """{ it: survey(slug: "no-such-survey") { id } }""")]
    public async Task So_it_is_for_a_customer(string operation, string document)
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.Member(tenant).Header();
        await ShouldBeAbsentAsync(tenant, document, member);
        await ShouldBeAbsentAsync(tenant, document, member);
        var remembered = bff.V6.Calls(operation, tenant);

        shared.Advance(Longest);
        await ShouldBeAbsentAsync(tenant, document, member);

        (remembered, bff.V6.Calls(operation, tenant)).ShouldBe((1, 2));
    }

    private async Task ShouldBeAbsentAsync(string tenant, string document, params (string, string)[] headers)
    {
        var reply = await bff.Storefront(tenant).SendAsync(document, headers: headers);
        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("it").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
