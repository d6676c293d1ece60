using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Auth;

/// <summary>requestOtp and verifyOtp.</summary>
internal static class OneTimeCodes
{
    /// <summary>Answers alike for members and strangers, so that nobody can ask who is a member.</summary>
    public static Reply Request(Call call)
    {
        var (to, refusal) = Identifier(call);
        return refusal ?? call.Commit(() =>
        {
            call.Tenant.Part(OtpBook.Create).Send(to!);
            return Reply.Ok(new JsonObject { ["message"] = "If this can be reached, a code is on its way." });
        });
    }

    public static Reply Verify(Call call)
    {
        var (to, refusal) = Identifier(call);
        if (refusal is not null)
        {
            return refusal;
        }

        var codes = call.Tenant.Part(OtpBook.Create);
        if (!codes.Matches(to!, call.Text("code")!))
        {
            return Reply.Failed(StatusCodes.Status400BadRequest, "OTP_INVALID", "The code is wrong or too old.");
        }

        if (call.Tenant.Part(MemberBook.Create).FindByContact(call.Text("phone"), call.Text("email")) is not { } member)
        {
            return Reply.NotFound("MEMBER_NOT_FOUND", "No member has this phone or e-mail address.");
        }

        return call.Commit(() =>
        {
            codes.Spend(to!);
            return Reply.Ok(SessionJson.Start(call, member));
        });
    }

    /// <summary>The identifier that the tenant's login channel asks for.</summary>
    private static (string? To, Reply? Refusal) Identifier(Call call)
    {
        var field = call.Tenant.Profile.LoginChannel == "email" ? "email" : "phone";
        return call.Text(field) is { Length: > 0 } to ? (to, null) : (null, Reply.Invalid(FieldError.Missing(field)));
    }
}
