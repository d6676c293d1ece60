using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Auth;

/// <summary>Sample members, and how to sign in as one: by the API, with the code that the admin shows.</summary>
internal static class SignIn
{
    public const string SalonGold = "+85291230001";
    public const string SalonGoldEmail = "karen.chan@example.com";
    public const string SalonSilver = "+85291230002";
    public const string YogaGold = "lena.hoffmann@example.com";

    public static async Task<SandboxClient> SalonAsync(this SandboxFixture sandbox, string phone = SalonGold)
    {
        var client = sandbox.Salon();
        client.Token = await sandbox.TokenAsync(client, "salon-hk", "phone", phone);
        return client;
    }

    public static async Task<string> TokenAsync(this SandboxFixture sandbox, SandboxClient client, string tenant, string field, string to)
    {
        await client.PostAsync("/auth/otp", new JsonObject { [field] = to });
        var session = await client.PostAsync("/auth/otp/verify", new JsonObject { [field] = to, ["code"] = await sandbox.CodeAsync(tenant, to) });
        return (string)session.Data["accessToken"]!;
    }

    public static async Task<string> CodeAsync(this SandboxFixture sandbox, string tenant, string to)
    {
        using var admin = sandbox.Admin();
        var answer = await admin.GetFromJsonAsync<JsonObject>($"/admin/otp?tenant={tenant}&to={Uri.EscapeDataString(to)}");
        return (string)answer!["code"]!;
    }
}
