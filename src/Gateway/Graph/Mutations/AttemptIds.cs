using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Auth;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>
/// Names an attempt to v6 where it takes such a name (notes V24): the same for the same attempt sent again, never the same for two callers.
/// All callers without a session share one actor, and a poorly chosen key of one may be the key of another. So what was asked is part of the
/// name: whoever is to be given another one's result must have known all that was asked already.
/// </summary>
internal static class AttemptIds
{
    private const byte VersionBits = 0x40;
    private const byte VariantBits = 0x80;

    /// <summary>A random name without a key; with one, a name that follows from the key, the caller and what was asked. Shaped like a UUID v4.</summary>
    public static Guid For(Caller caller, string? key, string operation, params ReadOnlySpan<object?> asked)
    {
        if (key is null)
        {
            return Guid.NewGuid();
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, caller.Tenant.Value);
        Append(hash, caller.Customer?.Key.ToString());
        Append(hash, operation);
        Append(hash, key);
        foreach (var part in asked)
        {
            Append(hash, Convert.ToString(part, CultureInfo.InvariantCulture));
        }

        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(id);
        id[6] = (byte)((id[6] & 0x0F) | VersionBits);
        id[8] = (byte)((id[8] & 0x3F) | VariantBits);
        return new Guid(id[..16], bigEndian: true);
    }

    // The length goes first, so that no two lists of parts run together into the same bytes.
    private static void Append(IncrementalHash hash, string? part)
    {
        hash.AppendData(BitConverter.GetBytes(part?.Length ?? -1));
        hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
    }
}
