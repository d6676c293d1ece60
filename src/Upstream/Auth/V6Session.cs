using Bff.Contracts.Auth;
using Bff.Upstream.Json;

namespace Bff.Upstream.Auth;

/// <summary>The tokens of a customer. Source: v6 CustomerSession.</summary>
/// <param name="Token">Customer token to send as bearer.</param>
/// <param name="RefreshToken">Second token, when issued; no operation of the contract takes it.</param>
/// <param name="ExpiresInSeconds">Lifetime of the token (notes Q7); null when v6 did not say.</param>
/// <param name="MemberUuid">Customer id; null when v6 left it out.</param>
/// <param name="MemberName">Display name.</param>
/// <param name="Phone">Phone the session was opened with.</param>
/// <param name="Email">E-mail address the session was opened with.</param>
/// <param name="PendingTierId">Tier that was asked for at sign-up and still has to be paid.</param>
/// <param name="TierPrice">Price of that tier.</param>
internal sealed record V6Session(
    CustomerToken Token,
    CustomerToken? RefreshToken,
    int? ExpiresInSeconds,
    string? MemberUuid,
    string? MemberName,
    string? Phone,
    string? Email,
    string? PendingTierId,
    decimal? TierPrice) : V6Private
{
    /// <summary>Reads a session: <c>accessToken</c>, else <c>token</c> (notes V13). Without a usable token there is none.</summary>
    public static V6Session? Read(V6Json json) =>
        !CustomerToken.TryParse(json.Key("accessToken", "token"), out var token) ? null : new(
            token,
            CustomerToken.TryParse(json.Text("refreshToken"), out var refresh) ? refresh : null,
            json.Int("expiresIn"),
            json.Key("memberUuid", "uuid"),
            json.Text("memberName", "name"),
            json.Text("phone"),
            json.Text("email"),
            json.Key("pendingTierId"),
            json.Decimal("tierPrice"));
}

/// <summary>The verdict on a token. Source: v6 TokenValidation.</summary>
internal sealed record V6TokenValidation(bool Valid, string? MemberUuid, string? MemberName, DateTimeOffset? ExpiresAt) : V6Private
{
    /// <summary>Reads a verdict; an answer without one is unusable, never a yes.</summary>
    public static V6TokenValidation? Read(V6Json json) => json.Flag("valid") is { } valid
        ? new(valid, json.Key("memberUuid"), json.Text("memberName"), json.Moment("expiresAt"))
        : null;
}

/// <summary>Receipt of a sign-out. Source: v6 LogoutResult; neither source shows its body, so any object will do.</summary>
internal sealed record V6LogoutResult(bool LoggedOut)
{
    /// <summary>Reads a receipt.</summary>
    public static V6LogoutResult? Read(V6Json json) => json.IsObject ? new(json.Flag("loggedOut") ?? true) : null;
}

/// <summary>Receipt for a code that was sent. Source: v6 OtpSent.</summary>
/// <param name="Message">Text of the merchant's system for people.</param>
internal sealed record V6OtpSent(string Message)
{
    /// <summary>Reads a receipt.</summary>
    public static V6OtpSent? Read(V6Json json) => json.IsObject ? new(json.Text("message") ?? "") : null;
}
