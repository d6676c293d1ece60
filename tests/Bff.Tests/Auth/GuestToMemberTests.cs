using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Somebody looks around, signs in, and signs out again: what is kept for strangers and for the customer is never mixed up.</summary>
public sealed class GuestToMemberTests : IAsyncLifetime
{
    private const string SamplePhone = "+85291230001";

    private const string Both = """
        { giftOffers { id isRedeemable }
          event(slug: "braiding-workshop") { price { amount } }
          events(first: 50) { nodes { slug price { amount } } }
          survey(slug: "member-preferences") { slug } }
        """;

    private const string Own = "{ me { bookings { id } orders { orderId } giftRedemptions { id } } giftOffers { id } event(slug: \"braiding-workshop\") { id } survey(slug: \"member-preferences\") { slug } }";

    private static readonly string[] OwnReads = ["listBookings", "listOrders", "listGiftRedemptions", "listGiftOffers", "getEvent", "getSurveyBySlug"];

    private BffFixture _bff = null!;

    public async ValueTask InitializeAsync() => _bff = await BffFixture.StartAsync(new BffSetup { Silos = 2, Gateways = 2 });

    public ValueTask DisposeAsync() => _bff.DisposeAsync();

    [Fact]
    public async Task After_sign_in_the_anonymous_forms_of_offers_events_and_surveys_are_not_used_for_that_caller_any_more()
    {
        var device = new Device(_bff, _bff.NewTenant(), SamplePhone);
        var asGuest = await device.SendAsync(Both);

        await device.SignInAsync();
        var asMember = await device.SendAsync(Both);
        var elsewhere = await device.SendAsync(Both, gateway: 1);
        var stranger = await new Device(_bff, device.Tenant, SamplePhone).SendAsync(Both);

        asMember.Errors.ShouldBeEmpty(asMember.Text);
        foreach (var field in asGuest.Data.EnumerateObject())
        {
            asMember.Data.GetProperty(field.Name).GetRawText().ShouldNotBe(field.Value.GetRawText(), field.Name);
        }

        elsewhere.Data.GetRawText().ShouldBe(asMember.Data.GetRawText());
        stranger.Data.GetRawText().ShouldBe(asGuest.Data.GetRawText());
    }

    [Fact]
    public async Task Within_one_request_what_follows_the_sign_in_is_the_members()
    {
        var device = new Device(_bff, _bff.NewTenant(), SamplePhone);
        await device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{SamplePhone}}" }) { message } }""");

        var reply = await device.SendAsync($$"""
            mutation {
              verifyOtp(input: { phone: "{{SamplePhone}}", code: "{{_bff.V6.CodeFor(device.Tenant, SamplePhone)}}" }) { customer { bookings { id } } errors { __typename } }
            }
            """);

        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("verifyOtp").GetProperty("customer").GetProperty("bookings").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Array);
    }

    [Fact]
    public async Task After_sign_out_the_caller_is_a_stranger_again()
    {
        var device = new Device(_bff, _bff.NewTenant(), SamplePhone);
        var asGuest = await device.SendAsync(Both);
        await device.SignInAsync();
        await device.SendAsync(Both);

        await device.SendAsync("mutation { logout { loggedOut } }");
        var after = await device.SendAsync(Both);

        after.Data.GetRawText().ShouldBe(asGuest.Data.GetRawText());
    }

    [Fact]
    public async Task A_sign_in_starts_with_nothing_kept_and_a_sign_out_leaves_nothing()
    {
        var device = new Device(_bff, _bff.NewTenant(), SamplePhone);
        await device.SignInAsync();
        var own = await device.SendAsync(Own);
        await device.SendAsync(Own, gateway: 1);
        own.Errors.ShouldBeEmpty(own.Text);
        CountsOf(device.Tenant).ShouldBe([1, 1, 1, 1, 1, 1]);

        await new Device(_bff, device.Tenant, SamplePhone).SignInAsync();
        await device.SendAsync(Own);
        CountsOf(device.Tenant).ShouldBe([2, 2, 2, 2, 2, 2], "a sign-in");

        await device.SendAsync("mutation { logout(input: { scope: OTHERS }) { loggedOut } }");
        await device.SendAsync(Own);
        CountsOf(device.Tenant).ShouldBe([3, 3, 3, 3, 3, 3], "a sign-out");
    }

    private long[] CountsOf(string tenant) => [.. OwnReads.Select(operation => _bff.V6.Calls(operation, tenant))];
}
