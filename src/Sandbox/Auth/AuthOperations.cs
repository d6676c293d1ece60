using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Auth;

/// <summary>Sign-in by one-time code, sign-up, and the life of the customer token.</summary>
internal static class AuthOperations
{
    private static readonly Field[] Contact = [new("phone"), new("email", FieldKind.Email)];

    public static readonly Operation[] All =
    [
        Operation.Get("getLoginChannel", "/auth/login-channel", Access.Public, SignUp.Channel) with { Keep = Keep.Dataset },
        Operation.Get("getRegistrationForm", "/auth/registration-form", Access.Public, SignUp.Form) with { Keep = Keep.Dataset },
        Operation.Post("requestOtp", "/auth/otp", Access.Public, OneTimeCodes.Request) with { Body = new BodyShape(Contact) },
        Operation.Post("verifyOtp", "/auth/otp/verify", Access.Public, OneTimeCodes.Verify) with
        {
            Body = new BodyShape([new Field("code") { Required = true }, .. Contact]),
        },
        Operation.Post("registerMember", "/auth/register", Access.Public, SignUp.Register) with
        {
            Body = new BodyShape([new Field("name") { Required = true }, new Field("lastName"), new Field("source"), .. Contact]),
        },
        Operation.Post("validateToken", "/auth/validate-token", Access.Required, Sessions.Validate),
        Operation.Post("refreshToken", "/auth/refresh", Access.Required, Sessions.Refresh),
        Operation.Post("logout", "/auth/logout", Access.Required, Sessions.Logout),
    ];
}
