using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class GiftQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task V36_tiers_have_numbers_for_ids_and_units_in_small_letters()
    {
        await sandbox.RowAsync(36);
        using var yoga = sandbox.Unchecked("yoga-berlin");

        var tier = (await yoga.GetAsync("/membership-tiers")).Items[1]!;

        tier["id"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        ((string)tier["validPeriodUnit"]!).ShouldBe("months");
    }

    [Fact]
    public async Task V37_gift_lists_go_by_offset_and_status()
    {
        await sandbox.RowAsync(37);
        using var salon = sandbox.Unchecked("salon-hk");

        var data = (await salon.GetAsync("/gifts/offers?limit=2&offset=3&status=active")).Data;

        ((int)data["total"]!, (int)data["limit"]!, (int)data["offset"]!).ShouldBe((6, 2, 3));
        data["items"]!.AsArray().Count.ShouldBe(2);
        data["pagination"].ShouldBeNull();
    }

    [Fact]
    public async Task V38_gift_figures_are_missing_or_numbers_and_statuses_are_capitals()
    {
        await sandbox.RowAsync(38);
        using var salon = sandbox.Unchecked("salon-hk");

        var offer = (await salon.GetAsync("/gifts/offers/gift-001")).Data.AsObject();

        offer.ContainsKey("stamps").ShouldBeFalse();
        ((int)offer["expiryPeriod"]!, (string)offer["status"]!).ShouldBe((90, "ACTIVE"));
    }

    [Fact]
    public async Task V39_a_gift_is_claimed_by_code()
    {
        using var salon = sandbox.Unchecked("salon-hk");
        var body = new JsonObject { ["code"] = "salon-gift-002-7f3a9c" };

        await sandbox.PresetAsync("contract");
        var refused = await salon.PostAsync("/gifts/claim", body);
        await sandbox.RowAsync(39);
        var claimed = await salon.PostAsync("/gifts/claim", body);

        (refused.Status, claimed.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.Created));
    }
}
