using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Mutations;

/// <summary>
/// One attempt of one caller at one tenant: key of <see cref="IReceiptGrain"/>. The caller's own words are hashed, because nobody can keep a
/// client from taking a phone number for its key. All callers without a session are one actor.
/// </summary>
[GenerateSerializer, Immutable, Alias("bff.receipt-key")]
public readonly record struct ReceiptKey
{
    private const char Separator = '/';

    private ReceiptKey(TenantId tenant, string hash) => (Tenant, Hash) = (tenant, hash);

    /// <summary>The merchant.</summary>
    [Id(0)]
    public TenantId Tenant { get; }

    /// <summary>SHA-256 of tenant, actor and idempotency key, in base64url.</summary>
    [Id(1)]
    public string Hash { get; }

    /// <summary>The key of what this caller calls by that idempotency key.</summary>
    public static ReceiptKey Of(Caller caller, string idempotencyKey)
    {
        // A line break can stand in none of the parts, and a customer is never named by the empty text.
        var text = $"{caller.Tenant.Value}\n{caller.Customer?.Key.Customer.Value}\n{idempotencyKey}";
        return new ReceiptKey(caller.Tenant, Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReceiptKey key)
    {
        key = default;
        if (text?.Split(Separator) is not [var first, var hash] || !TenantId.TryParse(first, out var tenant) || !SessionKey.IsSpelled(hash))
        {
            return false;
        }

        key = new ReceiptKey(tenant, hash);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no receipt key.</exception>
    public static ReceiptKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("Not a receipt key.");

    /// <inheritdoc/>
    public override string ToString() => $"{Tenant.Value}{Separator}{Hash}";
}
