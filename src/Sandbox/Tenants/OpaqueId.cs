using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bff.Sandbox.Tenants;

/// <summary>
/// Ids that are a capability on the live service: whoever has one may act on it. They cannot be guessed from one another, and
/// yet are the same after every reset.
/// </summary>
internal static class OpaqueId
{
    private static readonly byte[] Secret = "sandbox-ids-of-a-stand-in"u8.ToArray();

    /// <summary><paramref name="kind"/>, a hyphen and 20 hexadecimal digits.</summary>
    public static string Of(Tenant tenant, string kind, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{tenant.Id}/{kind}/{number}");
        return kind + "-" + Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(name)))[..20];
    }
}
