using System.Diagnostics.CodeAnalysis;

namespace Bff.Contracts.Keys;

/// <summary>A merchant: the value of v6's <c>X-Company-Id</c>. No cache and no grain can be asked without one.</summary>
[GenerateSerializer, Immutable, Alias("bff.tenant-id")]
public readonly record struct TenantId
{
    /// <summary>Longest accepted tenant id, in characters.</summary>
    public const int MaxLength = 64;

    private TenantId(string value) => Value = value;

    /// <summary>The id as v6 knows it.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads a tenant id from outside; false for anything that is not 1–64 characters of <c>A–Z a–z 0–9 - . _ ~ :</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId tenant)
    {
        var valid = text is not null && KeySyntax.IsIdentifier(text, MaxLength);
        tenant = valid ? new TenantId(text!) : default;
        return valid;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no tenant id.</exception>
    public static TenantId Parse(string text) => TryParse(text, out var tenant) ? tenant : throw new FormatException("Not a tenant id.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
