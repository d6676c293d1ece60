using System.Collections.Immutable;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Membership;

/// <summary>Tier that anyone can see. Source: v6 MembershipTier.</summary>
/// <param name="Id">Tier id, as text.</param>
/// <param name="Name">Display name.</param>
/// <param name="Description">Text.</param>
/// <param name="Price">Price per period; 0 means free.</param>
/// <param name="ValidPeriodValue">Length of a period, counted in <paramref name="ValidPeriodUnit"/>.</param>
/// <param name="ValidPeriodUnit"><c>MONTHS</c> or <c>YEARS</c>; open set.</param>
/// <param name="Discount">Discount that the tier gives; percent assumed.</param>
/// <param name="Benefits">Benefits as text.</param>
/// <param name="IsPopular">Highlight it.</param>
/// <param name="SortOrder">Ascending display position.</param>
[GenerateSerializer, Immutable, Alias("bff.membership-tier")]
public sealed record MembershipTier(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Description,
    [property: Id(3)] Money Price,
    [property: Id(4)] int ValidPeriodValue,
    [property: Id(5)] string ValidPeriodUnit,
    [property: Id(6)] decimal Discount,
    [property: Id(7)] ImmutableArray<string> Benefits,
    [property: Id(8)] bool IsPopular,
    [property: Id(9)] int SortOrder);
