using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Membership;

/// <summary>A membership tier. Source: v6 MembershipTier.</summary>
/// <remarks>
/// <c>Id</c>: Tier id, always text (notes V36).
/// <c>ValidPeriodUnit</c>: <c>MONTHS</c> or <c>YEARS</c>, upper case; open set.
/// <c>Discount</c>: Discount of the tier; percent assumed.
/// </remarks>
internal sealed record V6Tier(
    string Id,
    string Name,
    string? Description,
    decimal Price,
    int ValidPeriodValue,
    string ValidPeriodUnit,
    decimal Discount,
    ImmutableArray<string> Benefits,
    bool IsPopular,
    int SortOrder)
{
    /// <summary>Reads a tier; one without id or price is unusable: a missing price must not read as free.</summary>
    public static V6Tier? Read(V6Json json) => json.Key("id") is not { } id || json.Decimal("price") is not { } price ? null : new(
        id,
        json.Text("name") ?? "",
        json.Text("description"),
        price,
        json.Int("validPeriodValue") ?? 0,
        json.Text("validPeriodUnit")?.ToUpperInvariant() ?? "",
        json.Decimal("discount") ?? 0,
        json.Texts("benefits"),
        json.Flag("isPopular") ?? false,
        json.Int("sortOrder") ?? 0);
}
