using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Content;

public sealed class EventTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("salon-hk")]
    [InlineData("yoga-berlin")]
    [InlineData("shop-10k")]
    public async Task A_tenant_has_an_event_with_several_dates_one_sold_out_one_past_and_one_online(string tenant)
    {
        using var client = sandbox.For(tenant);

        var events = (await client.GetAsync("/events")).Items.Select(e => e!).ToList();

        events.ShouldContain(e => Dates(e).Count(d => (bool)d["available"]!) > 1);
        events.ShouldContain(e => Dates(e).Any(d => (bool)d["isFull"]!) && (string)e["status"]! == "upcoming");
        events.ShouldContain(e => (string)e["status"]! == "past");
        events.ShouldContain(e => (string?)e["deliveryMode"] == "online");
    }

    [Fact]
    public async Task Dates_stand_at_the_clock_time_of_the_tenant()
    {
        using var salon = sandbox.Salon();
        using var yoga = sandbox.Yoga();

        var braiding = await salon.GetAsync("/events/braiding-workshop");
        var handstand = await yoga.GetAsync("/events/handstand-workshop");

        ((string)braiding.Data["dates"]![1]!["startTime"]!).ShouldBe("2026-06-15T06:00:00Z");
        ((string)handstand.Data["dates"]![0]!["startTime"]!).ShouldBe("2026-06-14T14:00:00Z");
        ((string)braiding.Data["quota"]!).ShouldBe("48");
    }

    [Fact]
    public async Task Optional_parts_are_missing_where_the_contract_allows_it()
    {
        using var salon = sandbox.Salon();

        var perfume = (await salon.GetAsync("/events/perfume-blending")).Data;
        var programme = (await salon.GetAsync("/events/autumn-programme")).Data;

        perfume["dates"]![0]!.AsObject().ContainsKey("id").ShouldBeFalse();
        ((bool)perfume["dates"]![0]!["available"]!).ShouldBeFalse();
        perfume["dates"]![1]!["remainingQuota"].ShouldBeNull();
        perfume["dates"]![2]!["endTime"].ShouldBeNull();
        programme.AsObject().Select(p => p.Key).ShouldNotContain(key => key == "publicPresentation" || key == "deliveryMode");
    }

    [Fact]
    public async Task A_member_sees_a_lower_price_and_what_is_kept_for_members()
    {
        using var guest = sandbox.Salon();
        using var member = await sandbox.SalonAsync();

        var prices = new[] { guest, member }.Select(async c => (decimal)(await c.GetAsync("/events/braiding-workshop")).Data["price"]!);
        var open = new[] { guest, member }.Select(async c => (bool)(await c.GetAsync("/events/members-evening")).Data["dates"]![0]!["available"]!);

        (await Task.WhenAll(prices)).ShouldBe([320m, 300m]);
        (await Task.WhenAll(open)).ShouldBe([false, true]);
    }

    [Fact]
    public async Task The_early_bird_ends_and_dates_pass_as_the_clock_moves()
    {
        await using var server = await Bff.Sandbox.SandboxServer.StartAsync(timeProvider: sandbox.Time);
        using var salon = new SandboxClient(server.ApiAddress, "salon-hk");

        var before = (await salon.GetAsync("/events/braiding-workshop")).Data;
        server.World.Clock.Advance(TimeSpan.FromDays(11));
        var after = (await salon.GetAsync("/events/braiding-workshop")).Data;

        ((string)before["pricingSource"]!, (decimal)before["price"]!).ShouldBe(("early_bird", 320m));
        ((string)after["pricingSource"]!, (decimal)after["price"]!).ShouldBe(("regular", 380m));
        Dates(after).Count(d => (bool)d["isExpired"]!).ShouldBe(Dates(before).Count(d => (bool)d["isExpired"]!) + 1);
    }

    [Fact]
    public async Task An_unknown_event_is_not_found_and_a_foreign_token_is_forbidden()
    {
        using var salon = sandbox.Salon();
        using var member = await sandbox.SalonAsync();
        using var yoga = sandbox.Yoga();
        yoga.Token = member.Token;

        (await salon.GetAsync("/events/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await yoga.GetAsync("/events")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await yoga.GetAsync("/events/nothing")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static List<JsonNode> Dates(JsonNode item) => [.. item["dates"]!.AsArray().Select(d => d!)];
}
