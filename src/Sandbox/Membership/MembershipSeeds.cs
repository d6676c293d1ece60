using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Membership;

/// <summary>Tiers, gift offers and gift links of one set of sample data.</summary>
internal sealed record MembershipSeeds(
    IReadOnlyList<TierSeed> Tiers, IReadOnlyList<OfferSeed> Offers, IReadOnlyList<ClaimSeed> Claims)
{
    public static MembershipSeeds Load(Dataset data) => data.Read<MembershipSeeds>("Membership");
}

internal sealed record TierSeed(
    string Id, string Name, string? Description, decimal Price, int Months, decimal Discount, IReadOnlyList<string> Benefits, bool Popular);

/// <summary>A gift offer. Its days are counted from today.</summary>
internal sealed record OfferSeed
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public decimal? Points { get; init; }

    public int? Stamps { get; init; }

    public decimal? FaceValue { get; init; }

    /// <summary>PERCENTAGE or AMOUNT.</summary>
    public string? FaceValueType { get; init; }

    public string? Terms { get; init; }

    /// <summary>Days that a redemption stays good; null without end.</summary>
    public int? GoodForDays { get; init; }

    public string? TierId { get; init; }

    public required int Quota { get; init; }

    public required int QuotaPerMember { get; init; }

    public int? StartsInDays { get; init; }

    public int? EndsInDays { get; init; }

    /// <summary>The coupon code comes with the redemption; otherwise the merchant fulfils it later.</summary>
    public bool Instant { get; init; }
}

/// <summary>A link that can be claimed once.</summary>
internal sealed record ClaimSeed(string Token, string OfferId);
