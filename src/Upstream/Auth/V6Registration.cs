using Bff.Upstream.Json;

namespace Bff.Upstream.Auth;

/// <summary>The result of a sign-up. Source: v6 Registration.</summary>
/// <param name="Member">The new account.</param>
/// <param name="Session">The session, when the tenant signs new members in at once; otherwise the code steps follow.</param>
internal sealed record V6Registration(V6Member Member, V6Session? Session) : V6Private
{
    /// <summary>Reads all three forms (notes V14): <c>member</c> and <c>token</c>, a flat session, a flat account with <c>token</c>.</summary>
    public static V6Registration? Read(V6Json json)
    {
        var member = V6Member.Read(json.Get("member") is { IsObject: true } nested ? nested : json);
        if (member is null)
        {
            return null;
        }

        var session = V6Session.Read(json);
        return new(member, session is null ? null : session with { MemberUuid = member.Uuid, MemberName = session.MemberName ?? member.Name });
    }
}

/// <summary>A customer account as sign-up returns it. Source: v6 Member.</summary>
internal sealed record V6Member(
    string Uuid,
    string? Code,
    string? Name,
    string? LastName,
    string? Phone,
    string? Email,
    decimal Points,
    int Stamps,
    decimal? Credits,
    string? MembershipTierId,
    string? MembershipTierName,
    DateOnly? ExpiryDate,
    DateTimeOffset? CreatedAt) : V6Private
{
    /// <summary>Reads an account; without its uuid it is unusable. The numeric id is no key and is left out.</summary>
    public static V6Member? Read(V6Json json) => json.Key("uuid", "memberUuid") is not { } uuid ? null : new(
        uuid,
        json.Key("code"),
        json.Text("name", "memberName"),
        json.Text("lastName"),
        json.Text("phone"),
        json.Text("email"),
        json.Decimal("points") ?? 0,
        json.Int("stamps") ?? 0,
        json.Decimal("credits"),
        json.Get("membershipTier").Key("id"),
        json.Get("membershipTier").Text("name"),
        json.Day("expiryDate"),
        json.Moment("createdAt"));
}
