using System.Diagnostics.CodeAnalysis;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Auth;

/// <summary>One customer of one tenant: the key of every grain that owns a customer's data.</summary>
/// <param name="Tenant">The merchant.</param>
/// <param name="Customer">The customer, v6's <c>memberUuid</c>.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-key")]
public readonly record struct CustomerKey([property: Id(0)] TenantId Tenant, [property: Id(1)] EntityId Customer)
{
    // Neither part can hold a slash, so the text can be taken apart again without escaping.
    private const char Separator = '/';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CustomerKey key)
    {
        key = default;
        var parts = text?.Split(Separator);
        if (parts is not { Length: 2 }
            || !TenantId.TryParse(parts[0], out var tenant)
            || !EntityId.TryParse(parts[1], out var customer))
        {
            return false;
        }

        key = new CustomerKey(tenant, customer);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no customer key.</exception>
    public static CustomerKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("Not a customer key.");

    /// <inheritdoc/>
    public override string ToString() => $"{Tenant.Value}{Separator}{Customer.Value}";
}
