using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Changes;

/// <summary>
/// Writes and reads the fences that callers carry: base64url of the first 16 bytes of an HMAC-SHA-256 over tenant and fence, and of the
/// fence's text. A fence holds areas, ids of catalogue entries and moments: nothing about a person, and nothing that grants anything.
/// </summary>
internal sealed class FenceCodec(byte[] key)
{
    private const int SealBytes = 16;
    private const int MaxLength = 6_000;

    public string Write(TenantId tenant, Fence fence)
    {
        var text = Encoding.UTF8.GetBytes(fence.ToString());
        var bytes = new byte[SealBytes + text.Length];
        Seal(tenant, text, bytes.AsSpan(0, SealBytes));
        text.CopyTo(bytes, SealBytes);
        return Base64Url.EncodeToString(bytes);
    }

    public bool TryRead(TenantId tenant, string token, [NotNullWhen(true)] out Fence? fence)
    {
        fence = null;
        if (token.Length > MaxLength || !Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > SealBytes } bytes)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SealBytes];
        var text = bytes.AsSpan(SealBytes);
        Seal(tenant, text, expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(0, SealBytes)) && Fence.TryParse(Encoding.UTF8.GetString(text), out fence);
    }

    // No tenant id holds a line break.
    private void Seal(TenantId tenant, ReadOnlySpan<byte> text, Span<byte> seal)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(tenant.Value + "\n"));
        hash.AppendData(text);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..SealBytes].CopyTo(seal);
    }
}
