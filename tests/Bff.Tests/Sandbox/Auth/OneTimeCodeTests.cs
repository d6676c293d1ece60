using System.Net;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Auth;

public sealed class OneTimeCodeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_code_of_six_digits_opens_a_session_once()
    {
        using var salon = sandbox.For("load-01001");
        await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = SignIn.SalonGold });
        var code = await sandbox.CodeAsync("load-01001", SignIn.SalonGold);
        var body = new JsonObject { ["phone"] = SignIn.SalonGold, ["code"] = code };

        var first = await salon.PostAsync("/auth/otp/verify", body);
        var again = await salon.PostAsync("/auth/otp/verify", body);

        code.ShouldMatch("^[0-9]{6}$");
        ((string)first.Data["memberName"]!).ShouldBe("嘉欣 陳");
        ((int)first.Data["expiresIn"]!).ShouldBe(3600);
        (again.Status, again.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "OTP_INVALID"));
    }

    [Fact]
    public async Task A_code_ends_with_its_time()
    {
        using var salon = sandbox.For("load-01002");
        await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = SignIn.SalonGold });
        var code = await sandbox.CodeAsync("load-01002", SignIn.SalonGold);

        sandbox.World.Clock.Advance(TimeSpan.FromSeconds(300));
        var late = await salon.PostAsync("/auth/otp/verify", new JsonObject { ["phone"] = SignIn.SalonGold, ["code"] = code });

        late.ErrorCode.ShouldBe("OTP_INVALID");
    }

    [Fact]
    public async Task Five_wrong_tries_void_the_right_code()
    {
        using var salon = sandbox.For("load-01003");
        await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = SignIn.SalonGold });
        var code = await sandbox.CodeAsync("load-01003", SignIn.SalonGold);
        var wrong = code == "000000" ? "000001" : "000000";

        for (var i = 0; i < 5; i++)
        {
            await salon.PostAsync("/auth/otp/verify", new JsonObject { ["phone"] = SignIn.SalonGold, ["code"] = wrong });
        }

        var right = await salon.PostAsync("/auth/otp/verify", new JsonObject { ["phone"] = SignIn.SalonGold, ["code"] = code });
        right.ErrorCode.ShouldBe("OTP_INVALID");
    }

    [Fact]
    public async Task A_stranger_gets_the_same_receipt_and_no_session()
    {
        using var salon = sandbox.Salon();

        var stranger = await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = "+85299999999" });
        var member = await salon.PostAsync("/auth/otp", new JsonObject { ["phone"] = SignIn.SalonSilver });
        var code = await sandbox.CodeAsync("salon-hk", "+85299999999");
        var verified = await salon.PostAsync("/auth/otp/verify", new JsonObject { ["phone"] = "+85299999999", ["code"] = code });

        stranger.Text.ShouldBe(member.Text);
        (verified.Status, verified.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "MEMBER_NOT_FOUND"));
    }

    [Theory]
    [InlineData("salon-hk", """{"email":"a@example.com"}""", "phone")]
    [InlineData("yoga-berlin", """{"phone":"+4915112340001"}""", "email")]
    [InlineData("yoga-berlin", """{"email":"no address"}""", "email")]
    public async Task The_identifier_of_the_login_channel_is_needed(string tenant, string body, string field)
    {
        using var client = sandbox.For(tenant);

        var answer = await client.PostTextAsync("/auth/otp", body);

        (answer.Status, answer.InvalidFields.Single()).ShouldBe((HttpStatusCode.BadRequest, field));
    }
}
