using Bff.Contracts.Answers;
using Bff.Gateway.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Which pages may speak for a customer: the tenant's registered storefronts, as v6 knows them.</summary>
public sealed class StorefrontOriginTests : IAsyncLifetime
{
    private BffFixture _bff = null!;

    public async ValueTask InitializeAsync() => _bff = await BffFixture.StartAsync();

    public ValueTask DisposeAsync() => _bff.DisposeAsync();

    [Theory]
    [InlineData("https://salon.example", true)]
    [InlineData("http://salon.example", false)]
    [InlineData("https://salon.example:8443", false)]
    [InlineData("http://salon.example:443", false)]
    public async Task A_storefront_is_what_the_web_shows_under_its_name(string origin, bool allowed) => (await PreflightAsync(origin)).ShouldBe(allowed);

    [Theory]
    [InlineData("https://salon.example", true)]
    [InlineData("https://stranger.example", false)]
    public async Task An_origin_is_looked_up_once_whether_it_is_registered_or_not(string origin, bool allowed)
    {
        for (var i = 0; i < 20; i++)
        {
            (await PreflightAsync(origin)).ShouldBe(allowed);
        }

        _bff.V6.Calls("resolveStorefrontDomain").ShouldBe(1);
    }

    [Fact]
    public async Task A_look_up_that_failed_is_a_refusal_for_now_and_is_not_kept()
    {
        _bff.V6.GoDown();
        var during = await PreflightAsync("https://salon.example");
        _bff.V6.Recover();

        during.ShouldBeFalse();
        await Eventually.BecomesAsync(() => PreflightAsync("https://salon.example"), "the storefront is allowed again");
    }

    [Fact]
    public async Task The_tenants_own_storefront_may_change_something_and_another_tenants_may_not()
    {
        var device = await Device.SignedInAsync(_bff, "salon-hk");

        var foreign = await LogoutFromAsync(device, "https://yoga.example");
        var stillIn = await device.IsSignedInAsync();
        var own = await LogoutFromAsync(device, "https://salon.example");

        foreign.Codes.ShouldBe([ErrorCodes.TenantMismatch]);
        stillIn.ShouldBeTrue();
        own.Data.GetProperty("logout").GetProperty("loggedOut").GetBoolean().ShouldBeTrue(own.Text);
    }

    private Task<StorefrontReply> LogoutFromAsync(Device device, string origin) => _bff.Storefront(device.Tenant).SendAsync(
        "mutation { logout { loggedOut } }", null, ("Origin", origin), ("Cookie", $"{SessionCookie.Name}={device.Cookie}"));

    private async Task<bool> PreflightAsync(string origin)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(_bff.AddressOf(0), "/graphql"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await http.SendAsync(request);
        return response.Headers.Contains("Access-Control-Allow-Origin");
    }
}
