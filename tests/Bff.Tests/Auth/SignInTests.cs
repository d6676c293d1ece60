using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

public sealed class SignInTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private BffFixture Bff => shared.Bff;

    [Fact]
    public async Task A_code_becomes_a_cookie_that_no_script_can_read()
    {
        var tenant = Bff.NewTenant();
        var device = new Device(Bff, tenant, Device.NewPhone());
        var member = Bff.V6.AddMember(tenant, device.Phone);
        await device.SendAsync($$"""mutation { requestOtp(input: { phone: "{{device.Phone}}" }) { message } }""");

        var reply = await device.VerifyAsync(Bff.V6.CodeFor(tenant, device.Phone));

        var payload = reply.Data.GetProperty("verifyOtp");
        payload.GetProperty("customer").GetProperty("id").GetString().ShouldBe(member);
        payload.GetProperty("sessionToken").ValueKind.ShouldBe(JsonValueKind.Null);
        var cookie = reply.SetCookies.ShouldHaveSingleItem().ToLowerInvariant();
        cookie.ShouldStartWith("__host-");
        new[] { "; path=/", "; secure", "; httponly", "; samesite=lax", "; max-age=" }.ShouldAllBe(part => cookie.Contains(part));
    }

    [Fact]
    public async Task A_bearer_is_returned_only_when_asked_for_and_then_without_a_cookie()
    {
        var device = await Device.SignedInAsync(Bff, bearer: true);

        device.Cookie.ShouldBeNull();
        device.Bearer.ShouldNotBeNull();
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Me_and_session_tell_who_it_is_and_never_the_token()
    {
        var device = await Device.SignedInAsync(Bff);

        var reply = await device.SendAsync("{ me { id name phone email } session { id current device createdAt lastSeenAt expiresAt customer { id } } sessions { id current } }");

        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("me").GetProperty("phone").GetString().ShouldBe(device.Phone);
        reply.Data.GetProperty("session").GetProperty("current").GetBoolean().ShouldBeTrue();
        reply.Data.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        reply.Text.ShouldNotContain(device.SessionId);
    }

    [Fact]
    public async Task Without_a_session_me_session_and_sessions_are_null_without_an_error()
    {
        var reply = await new Device(Bff, Bff.NewTenant(), Device.NewPhone()).SendAsync("{ me { id } session { id } sessions { id } }");

        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.EnumerateObject().ShouldAllBe(field => field.Value.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Signing_in_rotates_the_id_and_ends_the_session_that_was_there()
    {
        var device = await Device.SignedInAsync(Bff);
        var before = device.Cookie!;

        await device.SignInAsync();

        device.Cookie.ShouldNotBe(before);
        (await device.IsSignedInAsync()).ShouldBeTrue();
        (await new Device(Bff, device.Tenant, device.Phone) { Cookie = before }.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("THIS", false, true)]
    [InlineData("OTHERS", true, false)]
    [InlineData("ALL", false, false)]
    public async Task Logout_ends_what_it_says_here_and_at_v6(string scope, bool thisStays, bool otherStays)
    {
        var device = await Device.SignedInAsync(Bff);
        var other = await device.AnotherAsync();
        var thisCookie = device.Cookie;

        var reply = await device.SendAsync($"mutation {{ logout(input: {{ scope: {scope} }}) {{ loggedOut endedSessions errors {{ __typename }} }} }}");

        reply.Data.GetProperty("logout").GetProperty("loggedOut").GetBoolean().ShouldBeTrue(reply.Text);
        Bff.V6.Commits("logout", device.Tenant).ShouldBe((thisStays ? 0 : 1) + (otherStays ? 0 : 1));
        device.Cookie = thisCookie;
        (await device.IsSignedInAsync()).ShouldBe(thisStays);
        await Eventually.BecomesAsync(async () => await other.IsSignedInAsync() == otherStays, "the other device is where it should be");
    }

    [Fact]
    public async Task Logging_out_without_a_session_is_no_error()
    {
        var reply = await new Device(Bff, Bff.NewTenant(), Device.NewPhone()).SendAsync("mutation { logout { loggedOut endedSessions errors { __typename } } }");

        reply.Data.GetProperty("logout").GetProperty("loggedOut").GetBoolean().ShouldBeTrue(reply.Text);
    }

    [Fact]
    public async Task A_new_member_is_signed_in_at_once_where_the_tenant_does_that()
    {
        var device = new Device(Bff, "yoga-berlin", Device.NewPhone());

        var reply = await device.SendAsync($$"""
            mutation { registerMember(input: { name: "Ada", lastName: "Byron", email: "ada{{device.Phone[4..]}}@example.com" }) { customer { id name email } errors { __typename } } }
            """);

        reply.Data.GetProperty("registerMember").GetProperty("customer").GetProperty("name").GetString().ShouldBe("Ada Byron", reply.Text);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_member_goes_on_with_a_code_where_the_tenant_wants_that()
    {
        var device = new Device(Bff, Bff.NewTenant(), Device.NewPhone());

        var reply = await device.SendAsync($$"""mutation { registerMember(input: { name: "Ada", phone: "{{device.Phone}}" }) { customer { id } errors { __typename } } }""");
        await device.SignInAsync();

        reply.SetCookies.ShouldBeEmpty();
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Login_channel_and_registration_form_are_public_and_asked_once()
    {
        var tenant = Bff.NewTenant();
        var client = Bff.Storefront(tenant);

        for (var i = 0; i < 3; i++)
        {
            var data = await client.QueryAsync("{ loginChannel { channel channelText } registrationForm { fields { key required } countryPhonePrefix } }");
            data.GetProperty("loginChannel").GetProperty("channel").GetString().ShouldBe("WHATSAPP");
            data.GetProperty("registrationForm").GetProperty("fields").GetArrayLength().ShouldBeGreaterThan(3);
        }

        Bff.V6.Calls("getLoginChannel", tenant).ShouldBe(1);
        Bff.V6.Calls("getRegistrationForm", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task RefreshSession_renews_at_v6_and_needs_a_session()
    {
        var device = await Device.SignedInAsync(Bff);
        const string refresh = "mutation { refreshSession { session { id } errors { __typename ... on Error { code } } } }";

        var first = await device.SendAsync(refresh);
        var anonymous = await new Device(Bff, device.Tenant, device.Phone).SendAsync(refresh);

        first.Data.GetProperty("refreshSession").GetProperty("session").ValueKind.ShouldBe(JsonValueKind.Object, first.Text);
        anonymous.Data.GetProperty("refreshSession").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(ErrorCodes.Unauthenticated);
    }
}
