using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>Tenants whose storefront is on another site than the gateway.</summary>
public sealed class CrossSiteCookieTests(CrossSiteCookieTests.System system) : IClassFixture<CrossSiteCookieTests.System>
{
    private const string CrossSite = "load-09001";
    private const string SameSite = "load-09002";

    [Theory]
    [InlineData(CrossSite, "samesite=none", true)]
    [InlineData(SameSite, "samesite=lax", false)]
    public async Task The_cookie_is_partitioned_for_the_tenants_that_need_it_and_for_no_other(string tenant, string sameSite, bool isPartitioned)
    {
        var device = new Device(system.Bff, tenant, Device.NewPhone());
        system.Bff.V6.AddMember(tenant, device.Phone);
        await device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{device.Phone}}" }) { message } }""");

        var signIn = await device.VerifyAsync(system.Bff.V6.CodeFor(tenant, device.Phone));
        var signOut = await device.SendAsync("mutation { logout { loggedOut } }");

        // A browser keeps two jars: only a cookie with the same attributes takes the other one away.
        foreach (var cookie in new[] { signIn, signOut }.Select(reply => reply.SetCookies.ShouldHaveSingleItem().ToLowerInvariant()))
        {
            cookie.ShouldStartWith("__host-");
            cookie.ShouldContain($"; {sameSite}");
            cookie.ShouldContain("; secure");
            cookie.Contains("; partitioned", StringComparison.Ordinal).ShouldBe(isPartitioned);
        }
    }

    public sealed class System : IAsyncLifetime
    {
        internal BffFixture Bff { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup
        {
            Settings = new Dictionary<string, string?> { ["Gateway:Sessions:CrossSiteTenants:0"] = CrossSite },
        });

        public ValueTask DisposeAsync() => Bff.DisposeAsync();
    }
}
