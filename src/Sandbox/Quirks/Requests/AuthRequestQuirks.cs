using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Quirks.Requests;

/// <summary>V11, V12, V15: <c>otp</c>, the company in body or query, and long sign-up forms that need a phone.</summary>
internal static class AuthRequestQuirks
{
    public static readonly RequestQuirk[] All =
    [
        new(11, ["verifyOtp"])
        {
            Fields = ["otp"],
            Rewrite = form =>
            {
                form.Body.Rename("otp", "code");
                return null;
            },
        },
        new(12, ["requestOtp", "verifyOtp", "registerMember"]) { Fields = ["companyId"] },
        new(12, ["getLoginChannel"]) { Query = ["companyId"] },
        new(15, ["registerMember"])
        {
            Fields =
            [
                "gender", "dateOfBirth", "ageRange", "address", "district", "agreeToReceivePromotion", "agreeToTerms",
                "agreeToPrivacyPolicy", "birthMonthAndDay", "referredByPhone", "referredByAccountId", "tierId", "membershipTier",
                "utm_data", "utmData",
            ],
            Rewrite = form => form.Body.ContainsKey("phone") ? null : FieldError.Missing("phone"),
        },
    ];
}
