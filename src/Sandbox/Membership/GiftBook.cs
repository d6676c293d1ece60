using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Membership;

/// <summary>A gift that somebody holds.</summary>
internal sealed record Redemption(
    string Id, OfferSeed Offer, string? MemberUuid, string? CouponCode, decimal Points, Instant At, LocalDate Day, LocalDate? Expires);

/// <summary>Gift redemptions of one tenant, and which gift links are spent.</summary>
internal sealed class GiftBook(Tenant tenant)
{
    private readonly List<Redemption> _redemptions = [];
    private readonly HashSet<string> _spent = new(StringComparer.Ordinal);

    public IReadOnlyList<Redemption> All => _redemptions;

    public static GiftBook Create(Tenant tenant) => new(tenant);

    public int Taken(OfferSeed offer) => _redemptions.Count(r => r.Offer.Id == offer.Id);

    public int TakenBy(OfferSeed offer, Member member) =>
        _redemptions.Count(r => r.Offer.Id == offer.Id && r.MemberUuid == member.Uuid);

    public bool IsSpent(string claimToken) => _spent.Contains(claimToken);

    public void Spend(string claimToken) => _spent.Add(claimToken);

    /// <summary>Hands out one gift; points and stamps are the caller's to take.</summary>
    public Redemption Add(OfferSeed offer, Member? member, decimal points)
    {
        var now = Instant.FromDateTimeOffset(tenant.World.Clock.GetUtcNow());
        var today = now.InZone(tenant.Zone).Date;
        var id = string.Create(CultureInfo.InvariantCulture, $"red-{_redemptions.Count + 1:d6}");
        var redemption = new Redemption(
            id,
            offer,
            member?.Uuid,
            offer.Instant ? Coupon(id) : null,
            points,
            now,
            today,
            offer.GoodForDays is { } days ? today.PlusDays(days) : null);
        _redemptions.Add(redemption);
        return redemption;
    }

    private string Coupon(string id) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"coupon|{tenant.Id}|{id}")))[..10];
}
