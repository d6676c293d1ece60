namespace Bff.Sandbox.Tenants;

/// <summary>What is fixed about a tenant: who it is, where it is, and its house rules.</summary>
/// <param name="Id">Value of <c>X-Company-Id</c>.</param>
/// <param name="Domain">Host name of its storefront.</param>
/// <param name="Zone">IANA time zone of its wall clock.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Dataset">Name of the sample data that it shows.</param>
internal sealed record TenantProfile(string Id, string Domain, string Zone, string Currency, string Dataset)
{
    /// <summary>Channel that one-time codes go out by: whatsapp, sms or email.</summary>
    public string LoginChannel { get; init; } = "sms";

    /// <summary>Hours before the start from which a member can no longer cancel or move a booking.</summary>
    public int CutoffHours { get; init; } = 24;

    /// <summary>A sign-up answers with a token at once.</summary>
    public bool SignsInOnRegistration { get; init; }

    public string Country { get; init; } = "HK";

    public string PhonePrefix { get; init; } = "+852";
}
