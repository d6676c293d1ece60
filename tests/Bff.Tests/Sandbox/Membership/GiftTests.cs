using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Membership;

public sealed class GiftTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Each_tier_sees_its_own_offers_and_guests_none_of_them()
    {
        using var gold = await sandbox.SalonAsync();
        using var guest = sandbox.Salon();

        var offers = (await gold.GetAsync("/gifts/offers")).Items.Select(o => (string)o!["id"]!);
        var shown = (await guest.GetAsync("/gifts/offers")).Items;
        var hidden = await guest.GetAsync("/gifts/offers/gift-004");

        offers.ShouldContain("gift-004");
        offers.ShouldNotContain("gift-005");
        shown.ShouldAllBe(o => o!["membershipTierId"] == null && !(bool)o["isRedeemable"]!);
        hidden.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_redemption_costs_points_and_is_held_with_its_coupon()
    {
        using var silver = await sandbox.SalonAsync(SignIn.SalonSilver);

        var first = await silver.PostAsync("/gifts/offers/gift-001/redeem");
        var twoMore = await silver.PostAsync("/gifts/offers/gift-001/redeem", new JsonObject { ["quantity"] = 2 });
        var second = await silver.PostAsync("/gifts/offers/gift-001/redeem");
        var held = (await silver.GetAsync("/gifts/redemptions")).Items;

        ((string)first.Data["couponCode"]!).ShouldMatch("^[0-9A-F]{10}$");
        (twoMore.Status, twoMore.ErrorCode).ShouldBe((HttpStatusCode.UnprocessableEntity, "INSUFFICIENT_POINTS"));
        second.Status.ShouldBe(HttpStatusCode.Created);
        held.Select(r => (string)r!["id"]!).ShouldBe([(string)second.Data["id"]!, (string)first.Data["id"]!]);
    }

    [Fact]
    public async Task A_quota_is_for_everybody_and_per_member()
    {
        using var gold = await sandbox.SalonAsync();

        var first = await gold.PostAsync("/gifts/offers/gift-007/redeem");
        var second = await gold.PostAsync("/gifts/offers/gift-007/redeem");
        var notYet = await gold.PostAsync("/gifts/offers/gift-008/redeem");

        ((string)first.Data["status"]!).ShouldBe("VALID");
        (second.Status, second.ErrorCode).ShouldBe((HttpStatusCode.Conflict, "CONFLICT"));
        notYet.ErrorCode.ShouldBe("OFFER_NOT_RUNNING");
    }

    [Fact]
    public async Task A_gift_link_works_once_and_without_signing_in()
    {
        using var guest = sandbox.Salon();
        var body = new JsonObject { ["claimToken"] = "salon-gift-001-7f3a9c" };

        var first = await guest.PostAsync("/gifts/claim", body);
        var second = await guest.PostAsync("/gifts/claim", body);
        var unknown = await guest.PostAsync("/gifts/claim", new JsonObject { ["claimToken"] = "nothing" });

        first.Data["couponCode"].ShouldNotBeNull();
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        unknown.ErrorCode.ShouldBe("CLAIM_NOT_FOUND");
    }

    [Fact]
    public async Task An_offer_is_claimed_by_members_only()
    {
        using var gold = await sandbox.SalonAsync();
        using var guest = sandbox.Salon();
        var free = new JsonObject { ["offerId"] = "gift-006" };

        (await guest.PostAsync("/gifts/claim", free)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await guest.PostAsync("/gifts/claim", new JsonObject())).InvalidFields.ShouldBe(["claimToken", "offerId"]);
        (await gold.PostAsync("/gifts/claim", free)).Status.ShouldBe(HttpStatusCode.Created);
        (await gold.PostAsync("/gifts/claim", free)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_redemption_expires_after_its_last_day()
    {
        using var gold = await sandbox.SalonAsync();
        var id = (string)(await gold.PostAsync("/gifts/offers/gift-002/redeem")).Data["id"]!;

        sandbox.World.Clock.Advance(TimeSpan.FromDays(61));
        using var later = await sandbox.SalonAsync();
        var held = (await later.GetAsync("/gifts/redemptions")).Items.Single(r => (string)r!["id"]! == id)!;

        ((string)held["status"]!).ShouldBe("EXPIRED");
    }
}
