using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Auth;

/// <summary>Writes and checks the sandbox's own JWTs. The secret guards nothing real: it only makes forged tokens fail.</summary>
internal static class Jwt
{
    private static readonly byte[] Secret = "sandbox-signing-key-of-a-stand-in"u8.ToArray();
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public static string Write(TokenClaims claims, DateTimeOffset issuedAt)
    {
        var payload = new JsonObject
        {
            ["sub"] = claims.MemberUuid,
            ["tid"] = claims.Tenant,
            ["jti"] = claims.Id,
            ["iat"] = issuedAt.ToUnixTimeSeconds(),
            ["exp"] = claims.ExpiresAt.ToUnixTimeSeconds(),
        };
        var signed = Header + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        return signed + "." + Sign(signed);
    }

    /// <summary>The token's number when its signature is ours, else null.</summary>
    public static string? ReadId(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !IsSigned(parts[0] + "." + parts[1], parts[2]))
        {
            return null;
        }

        return (string?)JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))?["jti"];
    }

    private static bool IsSigned(string signed, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(signed)), Encoding.UTF8.GetBytes(signature));

    private static string Sign(string signed) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(signed)));
}
