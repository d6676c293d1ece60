using System.Net;
using Bff.Contracts.Answers;
using Bff.Gateway.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

public sealed class BadCredentialTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private BffFixture Bff => shared.Bff;

    public static TheoryData<string, string?, string?> Unreadable => PresentedCredentialTests.Unreadable;

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_no_honest_client_sends_is_refused_as_a_whole_without_a_call(string what, string? cookie, string? authorization)
    {
        var tenant = Bff.NewTenant();
        (string, string?)[] headers = [("Cookie", cookie), ("Authorization", authorization)];

        var reply = await Bff.Storefront(tenant).SendAsync(
            "{ services { nodes { id } } me { id } }", null, [.. headers.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))]);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest, what);
        reply.Codes.ShouldBe([ErrorCodes.CredentialInvalid]);
        reply.SetCookies.ShouldHaveSingleItem().ShouldContain("max-age=0");
        Bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public async Task A_forged_or_replayed_cookie_opens_nothing_and_is_taken_away()
    {
        var device = await Device.SignedInAsync(Bff);
        var replayed = device.Cookie!;
        await device.SendAsync("mutation { logout { loggedOut } }");
        var calls = Bff.V6.AllCalls(device.Tenant);

        foreach (var cookie in new[] { replayed, SessionId.New().Secret })
        {
            var intruder = new Device(Bff, device.Tenant, device.Phone) { Cookie = cookie };
            var reply = await intruder.SendAsync("{ me { id } }");

            reply.Codes.ShouldBe([ErrorCodes.Unauthenticated]);
            intruder.Cookie.ShouldBeNull();
        }

        Bff.V6.AllCalls(device.Tenant).ShouldBe(calls);
    }

    [Fact]
    public async Task A_dead_session_does_not_keep_anybody_from_public_data()
    {
        var device = new Device(Bff, Bff.NewTenant(), Device.NewPhone()) { Cookie = SessionId.New().Secret };

        var reply = await device.SendAsync("{ services(first: 1) { nodes { id } } session { id } }");

        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("services").GetProperty("nodes").GetArrayLength().ShouldBe(1);
        reply.Data.GetProperty("session").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", "application/x-www-form-urlencoded")]
    [InlineData("POST", "multipart/form-data; boundary=x")]
    [InlineData("POST", "text/plain")]
    [InlineData("POST", "")]
    [InlineData("POST", null)]
    public async Task What_a_browser_can_send_from_another_site_changes_nothing(string method, string? contentType)
    {
        var device = await Device.SignedInAsync(Bff);
        var calls = Bff.V6.AllCalls(device.Tenant);
        const string query = "mutation { logout { loggedOut } }";
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri(Bff.AddressOf(0), method == "GET" ? $"/graphql?query={Uri.EscapeDataString(query)}" : "/graphql"));
        request.Headers.Add("X-Company-Id", device.Tenant);
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={device.Cookie}");
        if (method != "GET")
        {
            request.Content = new StringContent($$"""{"query":"{{query}}"}""");
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await http.SendAsync(request);

        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        Bff.V6.AllCalls(device.Tenant).ShouldBe(calls);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://salon.example.evil.example")]
    [InlineData("null")]
    public async Task A_foreign_origin_changes_nothing_and_gets_no_CORS_header(string origin)
    {
        var device = await Device.SignedInAsync(Bff);
        var calls = Bff.V6.Calls("logout", device.Tenant);

        var reply = await Bff.Storefront(device.Tenant).SendAsync(
            "mutation { logout { loggedOut } }", null, ("Origin", origin), ("Cookie", $"{SessionCookie.Name}={device.Cookie}"));

        ((int)reply.Status).ShouldBeInRange(400, 499);
        reply.Headers.ShouldNotContain(header => header.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Bff.V6.Calls("logout", device.Tenant).ShouldBe(calls);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://salon.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task A_preflight_is_allowed_for_registered_storefronts_only(string origin, bool allowed)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(Bff.AddressOf(0), "/graphql"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-company-id");

        using var response = await http.SendAsync(request);

        response.IsSuccessStatusCode.ShouldBe(allowed);
        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins).ShouldBe(allowed);
        (origins?.Single() ?? origin).ShouldBe(origin);
    }

    [Fact]
    public async Task A_storefront_of_the_tenant_may_read_the_reply_with_its_cookie()
    {
        var reply = await Bff.Storefront("salon-hk").SendAsync("{ session { id } }", null, ("Origin", "https://salon.example"));
        var mismatch = await Bff.Storefront("salon-hk").SendAsync("{ session { id } }", null, ("Origin", "https://yoga.example"));

        reply.Headers.ShouldContain("Access-Control-Allow-Origin: https://salon.example");
        reply.Headers.ShouldContain("Access-Control-Allow-Credentials: true");
        mismatch.Codes.ShouldBe([ErrorCodes.TenantMismatch]);
        mismatch.Headers.ShouldNotContain(header => header.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }
}
