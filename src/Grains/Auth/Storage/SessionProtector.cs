using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;
using Orleans.Serialization;

namespace Bff.Grains.Auth.Storage;

/// <summary>
/// Seals session records before they reach storage: AES-256-GCM (NIST SP 800-38D), a random 96-bit nonce for each seal, laid out as
/// nonce, ciphertext, tag. The seal vouches for tenant, grain key and key id as well, so that a block copied to another row or another
/// tenant does not open.
/// </summary>
internal sealed class SessionProtector
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly Serializer<SessionRecord> _serializer;
    private readonly Dictionary<string, byte[]> _keys;
    private readonly byte[] _identityKey;
    private readonly string _active;

    public SessionProtector(IOptions<SessionKeyOptions> options, Serializer<SessionRecord> serializer)
    {
        _serializer = serializer;
        _active = options.Value.Active;
        _keys = options.Value.Ring.ToDictionary(pair => pair.Key, pair => Derive(pair.Value, "session state"u8), StringComparer.Ordinal);
        _identityKey = Derive(options.Value.Ring[_active], "identity"u8);
    }

    /// <summary>Id of the key that new seals are made with.</summary>
    public string ActiveKeyId => _active;

    /// <summary>Ids of all keys.</summary>
    public IEnumerable<string> KeyIds => _keys.Keys;

    /// <summary>A record in the form in which it may be stored.</summary>
    public StoredSession Seal(SessionRecord record, string grainKey)
    {
        var tenant = record.Customer.Key.Tenant.Value;
        return new StoredSession { Tenant = tenant, KeyId = _active, Sealed = Seal(_active, _serializer.SerializeToArray(record), tenant, grainKey) };
    }

    /// <summary>False when the block cannot be opened: its key is not in the ring, or the block or what it stands beside was altered.</summary>
    public bool TryOpen(StoredSession stored, string grainKey, [NotNullWhen(true)] out SessionRecord? record)
    {
        record = TryOpen(stored.KeyId, stored.Sealed, stored.Tenant, grainKey, out var plain) ? _serializer.Deserialize(plain) : null;
        return record is not null;
    }

    /// <summary>Seals with a key of the ring.</summary>
    public byte[] Seal(string keyId, ReadOnlySpan<byte> plain, string tenant, string grainKey)
    {
        var block = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = block.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[keyId], TagBytes);
        aes.Encrypt(nonce, plain, block.AsSpan(NonceBytes, plain.Length), block.AsSpan(NonceBytes + plain.Length), Context(keyId, tenant, grainKey));
        return block;
    }

    /// <summary>Opens what <see cref="Seal(string, ReadOnlySpan{byte}, string, string)"/> made.</summary>
    public bool TryOpen(string keyId, ReadOnlySpan<byte> block, string tenant, string grainKey, out byte[] plain)
    {
        plain = [];
        if (block.Length < NonceBytes + TagBytes || !_keys.TryGetValue(keyId, out var key))
        {
            return false;
        }

        var opened = new byte[block.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(block[..NonceBytes], block[NonceBytes..^TagBytes], block[^TagBytes..], opened, Context(keyId, tenant, grainKey));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plain = opened;
        return true;
    }

    /// <summary>
    /// Names a phone, e-mail or network address where it must not stand, such as in a grain key. Keyed, because all phone numbers there
    /// are can be hashed in minutes.
    /// </summary>
    public string Pseudonym(TenantId? tenant, string identity) =>
        System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(_identityKey, Encoding.UTF8.GetBytes($"{tenant?.Value}\n{identity}")).AsSpan(0, 16));

    private static byte[] Context(string keyId, string tenant, string grainKey) => Encoding.UTF8.GetBytes($"session/1\n{keyId}\n{tenant}\n{grainKey}");

    private static byte[] Derive(string key, ReadOnlySpan<byte> use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(key), SessionKeyOptions.KeyBytes, salt: [], info: use.ToArray());
}
