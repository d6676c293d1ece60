using System.Text.Json;

namespace Bff.SystemTests.Harness;

/// <summary>A customer with a session as a native app keeps it.</summary>
internal sealed record Member(string Tenant, string Id, string Token, string Phone)
{
    public string Email => EmailOf(Phone);

    /// <summary>A new member of a tenant, signed in by the code that was sent.</summary>
    public static async Task<Member> SignInAsync(HttpClient gateway, Sandbox v6, string tenant)
    {
        var phone = $"+8526{Random.Shared.Next(10_000_000):0000000}";
        await Storefront.SendAsync(gateway, tenant, $$"""mutation { registerMember(input: { name: "Drill", phone: "{{phone}}", email: "{{EmailOf(phone)}}" }) { errors { __typename } } }""");
        await Storefront.SendAsync(gateway, tenant, $$"""mutation { requestOtp(input: { phone: "{{phone}}" }) { message } }""");
        var reply = await Storefront.SendAsync(gateway, tenant, $$"""
            mutation {
              verifyOtp(input: { phone: "{{phone}}", code: "{{await v6.CodeAsync(tenant, phone)}}", sessionMode: BEARER }) {
                customer { id } sessionToken errors { __typename }
              }
            }
            """);
        var payload = reply.GetProperty("data").GetProperty("verifyOtp");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, $"{reply}");
        return new(tenant, payload.GetProperty("customer").GetProperty("id").GetString()!, payload.GetProperty("sessionToken").GetString()!, phone);
    }

    /// <summary>Whether a gateway still knows who this is.</summary>
    public async Task<bool> IsSignedInAsync(HttpClient gateway)
    {
        var reply = await Storefront.SendAsync(gateway, Tenant, "{ me { id } }", bearer: Token);
        return !reply.TryGetProperty("errors", out _) && reply.GetProperty("data").GetProperty("me") is { ValueKind: JsonValueKind.Object } me
            && me.GetProperty("id").GetString() == Id;
    }

    /// <summary>Reads who it is, on which devices it is signed in and what it has booked.</summary>
    public Task<Outcome> ReadAsync(HttpClient gateway) => Storefront.JudgeAsync(
        () => Storefront.SendAsync(gateway, Tenant, "{ me { id bookings { id } } session { id } sessions { id } }", bearer: Token),
        data => data.GetProperty("me") is { ValueKind: JsonValueKind.Object } me && me.GetProperty("id").GetString() == Id
            && data.GetProperty("session").ValueKind is JsonValueKind.Object && data.GetProperty("sessions").GetArrayLength() > 0
                ? Verdict.Done
                : Verdict.Failed);

    private static string EmailOf(string phone) => $"m{phone[1..]}@example.com";
}
