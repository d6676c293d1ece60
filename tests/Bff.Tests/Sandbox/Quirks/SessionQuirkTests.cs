using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class SessionQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task V11_the_code_is_sent_as_otp()
    {
        using var salon = sandbox.Unchecked("salon-hk");
        await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = SignIn.SalonGold });
        var body = new JsonObject { ["phone"] = SignIn.SalonGold, ["otp"] = await sandbox.CodeAsync("salon-hk", SignIn.SalonGold) };

        await sandbox.PresetAsync("contract");
        var refused = await salon.PostAsync("/auth/otp/verify", body);
        await sandbox.RowAsync(11);
        var opened = await salon.PostAsync("/auth/otp/verify", body);

        (refused.Status, refused.InvalidFields.Single()).ShouldBe((HttpStatusCode.BadRequest, "code"));
        opened.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task V12_the_company_beside_the_header_is_no_violation()
    {
        using var salon = sandbox.Unchecked("salon-hk");

        await sandbox.PresetAsync("contract");
        await SendAsync();
        var noted = sandbox.World.Violations.Counts.Keys.Count(v => v.Subject.EndsWith(" companyId", StringComparison.Ordinal));
        sandbox.World.Violations.Clear();
        await sandbox.RowAsync(12);
        await SendAsync();

        (noted, sandbox.World.Violations.Counts.Count).ShouldBe((2, 0));

        async Task SendAsync()
        {
            await salon.GetAsync("/auth/login-channel?companyId=salon-hk");
            await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = "+85260000009", ["companyId"] = "salon-hk" });
        }
    }

    [Theory]
    [InlineData(null, "accessToken", "token")]
    [InlineData("token", "token", "accessToken")]
    public async Task V13_a_session_has_one_token(string? form, string there, string missing)
    {
        await sandbox.RowAsync(13, form);
        using var salon = sandbox.Unchecked("salon-hk");
        await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = SignIn.SalonGold });
        var code = await sandbox.CodeAsync("salon-hk", SignIn.SalonGold);

        var session = (await salon.PostAsync("/auth/otp/verify", new JsonObject { ["phone"] = SignIn.SalonGold, ["code"] = code })).Data;

        (session[there] is not null, session[missing] is null).ShouldBe((true, true));
    }

    [Theory]
    [InlineData(null, "memberUuid", "accessToken")]
    [InlineData("member", "uuid", "token")]
    public async Task V14_a_sign_up_answer_is_flat(string? form, string id, string token)
    {
        await sandbox.RowAsync(14, form);
        using var yoga = sandbox.Unchecked("yoga-berlin");

        var data = (await yoga.PostAsync("/auth/register", new JsonObject { ["name"] = "N", ["email"] = $"{id}@example.com" })).Data;

        (data[id] is not null, data[token] is not null, data["member"] is null).ShouldBe((true, true, true));
    }

    [Fact]
    public async Task V15_a_sign_up_needs_a_phone_and_may_say_much_more()
    {
        await sandbox.RowAsync(15);
        sandbox.World.Violations.Clear();
        using var salon = sandbox.Unchecked("salon-hk");

        var refused = await salon.PostAsync("/auth/register", new JsonObject { ["name"] = "N" });
        var full = await salon.PostTextAsync(
            "/auth/register",
            """{"name":"N","phone":"+85261112222","gender":"f","birthMonthAndDay":"0102","agreeToTerms":true,"utm_data":{"a":1}}""");

        refused.InvalidFields.ShouldBe(["phone"]);
        full.Status.ShouldBe(HttpStatusCode.Created);
        sandbox.World.Violations.Counts.ShouldBeEmpty();
    }
}
