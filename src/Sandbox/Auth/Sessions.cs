using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Auth;

/// <summary>validateToken, refreshToken and logout. The pipeline has checked the token; what it cannot know is who else renews it now.</summary>
internal static class Sessions
{
    public static Reply Validate(Call call) => Reply.Ok(new JsonObject
    {
        ["valid"] = true,
        ["memberUuid"] = call.Customer!.Uuid,
        ["memberName"] = call.Customer.FullName,
        ["expiresAt"] = InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(call.Token!.ExpiresAt)),
    });

    /// <summary>A token is renewed once: whoever comes second with it is refused.</summary>
    public static Reply Refresh(Call call) =>
        call.Phase == Phase.CheckOnly || call.World.Tokens.Revoke(call.Token!)
            ? call.Commit(() => Reply.Ok(SessionJson.Start(call, call.Customer!)))
            : Reply.Unauthorized();

    public static Reply Logout(Call call) => call.Commit(() =>
    {
        call.World.Tokens.Revoke(call.Token!);
        return Reply.Ok(new JsonObject { ["loggedOut"] = true });
    });
}
