using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bff.Contracts.Keys;

/// <summary>One service of one tenant on one tenant-local day: the key of <c>ISlotDayGrain</c>.</summary>
/// <param name="Tenant">The merchant.</param>
/// <param name="Service">The service.</param>
/// <param name="Day">The day in the tenant's own time zone.</param>
[GenerateSerializer, Immutable, Alias("bff.slot-day-key")]
public readonly record struct SlotDayKey(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] EntityId Service,
    [property: Id(2)] DateOnly Day)
{
    // None of the three parts can hold a slash, so the text can be taken apart again without escaping.
    private const char Separator = '/';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SlotDayKey key)
    {
        key = default;
        var parts = text?.Split(Separator);
        if (parts is not { Length: 3 }
            || !TenantId.TryParse(parts[0], out var tenant)
            || !EntityId.TryParse(parts[1], out var service)
            || !DateOnly.TryParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        key = new SlotDayKey(tenant, service, day);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no slot day key.</exception>
    public static SlotDayKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("Not a slot day key.");

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Tenant.Value}{Separator}{Service.Value}{Separator}{Day:yyyy-MM-dd}");
}
