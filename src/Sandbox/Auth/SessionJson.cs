using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using NodaTime.Text;

namespace Bff.Sandbox.Auth;

/// <summary>Sessions and members in the contract's form.</summary>
internal static class SessionJson
{
    /// <summary>A new token for a member, as sign-in and refresh answer it.</summary>
    public static JsonObject Start(Call call, Member member)
    {
        var token = call.World.Tokens.Issue(call.Tenant.Id, member.Uuid);
        var json = new JsonObject
        {
            ["token"] = token,
            ["accessToken"] = token,
            ["expiresIn"] = call.World.Options.TokenLifetimeSeconds,
            ["memberUuid"] = member.Uuid,
            ["memberName"] = member.FullName,
        };
        AddIfPresent(json, "phone", member.Phone);
        AddIfPresent(json, "email", member.Email);
        return json;
    }

    public static JsonObject Member(Member member) => new()
    {
        ["uuid"] = member.Uuid,
        ["id"] = member.Number,
        ["code"] = $"M{member.Number:d6}",
        ["name"] = member.Name,
        ["lastName"] = member.LastName,
        ["phone"] = member.Phone,
        ["email"] = member.Email,
        ["points"] = member.Points,
        ["stamps"] = member.Stamps,
        ["credits"] = "0.00",
        ["membershipTier"] = null,
        ["expiryDate"] = null,
        ["agreeToReceivePromotion"] = false,
        ["createdAt"] = InstantPattern.ExtendedIso.Format(NodaTime.Instant.FromDateTimeOffset(member.CreatedAt)),
        ["updatedAt"] = InstantPattern.ExtendedIso.Format(NodaTime.Instant.FromDateTimeOffset(member.CreatedAt)),
    };

    private static void AddIfPresent(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
