using System.Globalization;
using System.Text.Json;
using Bff.Gateway.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>A browser or app of one customer: it keeps what it is given and sends it back.</summary>
internal sealed class Device(BffFixture bff, string tenant, string phone)
{
    private static int s_phones;

    public string Tenant => tenant;

    public string Phone => phone;

    public string Email => EmailOf(phone);

    /// <summary>The cookie's value; null without one.</summary>
    public string? Cookie { get; set; }

    /// <summary>What is sent as bearer; null when nothing is.</summary>
    public string? Bearer { get; set; }

    /// <summary>The session id, however it is kept.</summary>
    public string SessionId => Cookie ?? Bearer!;

    /// <summary>A new member of a tenant of its own, signed in.</summary>
    public static async Task<Device> SignedInAsync(BffFixture bff, string? tenant = null, bool bearer = false)
    {
        tenant ??= bff.NewTenant();
        var phone = NewPhone();
        bff.V6.AddMember(tenant, phone, EmailOf(phone));
        var device = new Device(bff, tenant, phone);
        await device.SignInAsync(bearer);
        return device;
    }

    /// <summary>A new member whose own app has a v6 token, got elsewhere, and sends it.</summary>
    public static Device WithToken(BffFixture bff, string tenant)
    {
        var phone = NewPhone();
        var member = bff.V6.AddMember(tenant, phone, EmailOf(phone));
        return new Device(bff, tenant, phone) { Bearer = bff.V6.IssueToken(tenant, member) };
    }

    private static string EmailOf(string phone) => $"m{phone[1..]}@example.com";

    public static string NewPhone() => "+8526" + Interlocked.Increment(ref s_phones).ToString("d7", CultureInfo.InvariantCulture);

    /// <summary>Another device of the same customer.</summary>
    public async Task<Device> AnotherAsync()
    {
        var device = new Device(bff, tenant, phone);
        await device.SignInAsync();
        return device;
    }

    public async Task<JsonElement> SignInAsync(bool bearer = false)
    {
        await SendAsync($$"""mutation { requestOtp(input: { phone: "{{phone}}" }) { message } }""");
        var reply = await VerifyAsync(bff.V6.CodeFor(tenant, phone), bearer);
        reply.Errors.ShouldBeEmpty(reply.Text);
        var payload = reply.Data.GetProperty("verifyOtp");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, reply.Text);
        Bearer = payload.GetProperty("sessionToken").GetString();
        return payload;
    }

    public Task<StorefrontReply> VerifyAsync(string code, bool bearer = false) => SendAsync(
        $$"""
        mutation {
          verifyOtp(input: { phone: "{{phone}}", code: "{{code}}"{{(bearer ? ", sessionMode: BEARER" : "")}} }) {
            customer { id name phone } sessionToken errors { __typename ... on Error { code } ... on RateLimitedError { retryAfterMs } }
          }
        }
        """);

    /// <summary>Sends a document to one of the gateways, with whatever credential is kept.</summary>
    public Task<StorefrontReply> SendAsync(string document, int gateway = 0, string? atTenant = null) =>
        SendAsync(document, variables: null, gateway, atTenant);

    /// <summary>As the other, with variables.</summary>
    public async Task<StorefrontReply> SendAsync(string document, object? variables, int gateway = 0, string? atTenant = null)
    {
        List<(string, string)> headers = [];
        if (Cookie is not null)
        {
            headers.Add(("Cookie", $"{SessionCookie.Name}={Cookie}"));
        }

        if (Bearer is not null)
        {
            headers.Add(("Authorization", $"Bearer {Bearer}"));
        }

        var reply = await bff.Storefront(atTenant ?? tenant, gateway).SendAsync(document, variables, [.. headers]);
        foreach (var cookie in reply.SetCookies.Where(cookie => cookie.StartsWith(SessionCookie.Name, StringComparison.Ordinal)))
        {
            var value = cookie[(SessionCookie.Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];
            Cookie = value.Length > 0 ? value : null;
        }

        return reply;
    }

    /// <summary>Whether a gateway takes the device for signed in.</summary>
    public async Task<bool> IsSignedInAsync(int gateway = 0) =>
        (await SendAsync("{ me { id } }", gateway)).Data.GetProperty("me").ValueKind is JsonValueKind.Object;
}
