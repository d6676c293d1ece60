using System.Collections.Concurrent;
using System.Globalization;

namespace Bff.Sandbox.Auth;

/// <summary>What a checked token says. Its id is rotated away on refresh.</summary>
internal sealed record TokenClaims(string Id, string Tenant, string MemberUuid, DateTimeOffset ExpiresAt);

/// <summary>
/// Hands out customer tokens (JWT, HS256) and knows which still count. A refresh replaces the token: the old one is dead at once.
/// </summary>
internal sealed class TokenIssuer(SandboxWorld world)
{
    private readonly ConcurrentDictionary<string, TokenClaims> _live = new(StringComparer.Ordinal);
    private long _issued;

    public string Issue(string tenant, string memberUuid)
    {
        var now = world.Clock.GetUtcNow();
        var id = "tok-" + Interlocked.Increment(ref _issued).ToString("d8", CultureInfo.InvariantCulture);
        var claims = new TokenClaims(id, tenant, memberUuid, now.AddSeconds(world.Options.TokenLifetimeSeconds));
        _live[id] = claims;
        return Jwt.Write(claims, now);
    }

    /// <summary>The claims of a token that counts now; null for one that is forged, expired, rotated away or revoked.</summary>
    public TokenClaims? Check(string token) =>
        Jwt.ReadId(token) is { } id && _live.TryGetValue(id, out var claims) && claims.ExpiresAt > world.Clock.GetUtcNow()
            ? claims
            : null;

    /// <summary>Ends a token. False when it had ended before: only one of two parallel refreshes wins.</summary>
    public bool Revoke(TokenClaims claims) => _live.TryRemove(claims.Id, out _);

    /// <summary>Ends all tokens of a member.</summary>
    public void RevokeAll(string tenant, string memberUuid)
    {
        foreach (var claims in _live.Values.Where(c => c.Tenant == tenant && c.MemberUuid == memberUuid))
        {
            Revoke(claims);
        }
    }

    public void Reset() => _live.Clear();
}
