using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Graph.Connections;

/// <summary>What a cursor is good for: it opens nothing but the same list of the same tenant with the same search.</summary>
/// <param name="Connection">The root field.</param>
/// <param name="Tenant">The merchant.</param>
/// <param name="Search">The words searched for; null for the whole list.</param>
internal readonly record struct CursorScope(string Connection, TenantId Tenant, string? Search);

/// <summary>A place in a list: after how many rows, and which row was the last of them.</summary>
/// <param name="Offset">Rows up to and including the anchor.</param>
/// <param name="Anchor">Id of that row: finds the place again when rows came or went before it.</param>
internal readonly record struct CursorPosition(int Offset, string Anchor);

/// <summary>
/// Writes and reads opaque cursors: base64url of offset (4 bytes), anchor id (UTF-8) and the first 12 bytes of an HMAC-SHA-256
/// over both and the scope. A cursor grants nothing that <c>first</c> does not; the seal is there so that a cursor of another
/// list, tenant or search, or a made-up one, is told apart from a real one instead of giving rows at random.
/// </summary>
internal sealed class CursorCodec(byte[] key)
{
    private const int OffsetBytes = sizeof(int);
    private const int SealBytes = 12;
    private const int MaxCursorLength = 512;

    public string Write(in CursorScope scope, in CursorPosition position)
    {
        var anchor = Encoding.UTF8.GetBytes(position.Anchor);
        var bytes = new byte[OffsetBytes + anchor.Length + SealBytes];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, position.Offset);
        anchor.CopyTo(bytes, OffsetBytes);
        Seal(scope, bytes.AsSpan(0, OffsetBytes + anchor.Length), bytes.AsSpan(OffsetBytes + anchor.Length));
        return Base64Url.EncodeToString(bytes);
    }

    public bool TryRead(in CursorScope scope, string cursor, [NotNullWhen(true)] out CursorPosition? position)
    {
        position = null;
        if (cursor.Length > MaxCursorLength || !TryDecode(cursor, out var bytes) || bytes.Length < OffsetBytes + SealBytes)
        {
            return false;
        }

        var sealedPart = bytes.AsSpan(0, bytes.Length - SealBytes);
        Span<byte> expected = stackalloc byte[SealBytes];
        Seal(scope, sealedPart, expected);
        var offset = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(bytes.Length - SealBytes)) || offset < 0)
        {
            return false;
        }

        position = new CursorPosition(offset, Encoding.UTF8.GetString(sealedPart[OffsetBytes..]));
        return true;
    }

    // The lengths are sealed as well: otherwise two scopes could run together into the same bytes.
    private void Seal(in CursorScope scope, ReadOnlySpan<byte> position, Span<byte> seal)
    {
        var context = $"{scope.Connection.Length}:{scope.Connection}{scope.Tenant.Value.Length}:{scope.Tenant.Value}{scope.Search?.Length ?? -1}:{scope.Search}";
        var head = Encoding.UTF8.GetBytes(context);
        var message = new byte[head.Length + position.Length];
        head.CopyTo(message, 0);
        position.CopyTo(message.AsSpan(head.Length));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, hash);
        hash[..SealBytes].CopyTo(seal);
    }

    private static bool TryDecode(string cursor, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        bytes = Base64Url.DecodeFromChars(cursor);
        return true;
    }
}
