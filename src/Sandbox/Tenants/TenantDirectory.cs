using System.Collections.Concurrent;
using System.Globalization;
using Bff.Sandbox.Http;

namespace Bff.Sandbox.Tenants;

/// <summary>All tenants: three with sample data of their own, and 10,000 load tenants that answer like the first.</summary>
internal sealed class TenantDirectory(SandboxWorld world)
{
    private const int LoadTenants = 10_000;
    private const string LoadPrefix = "load-";

    private static readonly TenantProfile[] Profiles =
    [
        new("salon-hk", "salon.example", "Asia/Hong_Kong", "HKD", "salon-hk") { LoginChannel = "whatsapp", CutoffHours = 24 },
        new("yoga-berlin", "yoga.example", "Europe/Berlin", "EUR", "yoga-berlin")
        {
            LoginChannel = "email", CutoffHours = 12, SignsInOnRegistration = true, Country = "DE", PhonePrefix = "+49",
        },
        new("shop-10k", "shop.example", "America/New_York", "USD", "shop-10k")
        {
            LoginChannel = "sms", CutoffHours = 48, Country = "US", PhonePrefix = "+1",
        },
    ];

    private static readonly Dictionary<string, TenantProfile> ById = Profiles.ToDictionary(p => p.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, Dataset> _datasets =
        Profiles.ToDictionary(p => p.Dataset, p => new Dataset(p.Dataset), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Tenant> _tenants = new(StringComparer.Ordinal);
    private volatile ReplyCache _loadReplies = NewLoadReplies();

    /// <summary>The tenants worth showing to people; load tenants are left out.</summary>
    public static IReadOnlyList<TenantProfile> Samples => Profiles;

    public Tenant? Find(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        if (_tenants.TryGetValue(id, out var tenant))
        {
            return tenant;
        }

        return ProfileOf(id) is { } profile
            ? _tenants.GetOrAdd(id, _ => Open(profile))
            : null;
    }

    /// <summary>The tenant whose storefront has this host name; a port and letter case do not matter.</summary>
    public Tenant? FindByDomain(string? host)
    {
        if (string.IsNullOrEmpty(host))
        {
            return null;
        }

        var name = host.Split(':')[0].ToLowerInvariant();
        var profile = Profiles.FirstOrDefault(p => p.Domain == name);
        var isLoad = name.StartsWith(LoadPrefix, StringComparison.Ordinal) && name.EndsWith(".example", StringComparison.Ordinal);
        return profile is not null ? Find(profile.Id) : isLoad ? Find(name[..^".example".Length]) : null;
    }

    /// <summary>Forgets all that has changed in any tenant.</summary>
    public void Reset()
    {
        // Before the tenants: a new tenant counts its changes from zero and must not meet what the old one rendered.
        _loadReplies = NewLoadReplies();
        _tenants.Clear();
    }

    private static ReplyCache NewLoadReplies() => new(capacity: 8192);

    private Tenant Open(TenantProfile profile)
    {
        var replies = profile.Id == profile.Dataset ? new ReplyCache(capacity: 1024) : _loadReplies;
        return new Tenant(profile, _datasets[profile.Dataset], world, replies);
    }

    private static TenantProfile? ProfileOf(string id)
    {
        if (ById.TryGetValue(id, out var profile))
        {
            return profile;
        }

        var isLoad = id.Length == LoadPrefix.Length + 5
            && id.StartsWith(LoadPrefix, StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(LoadPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= LoadTenants;
        return isLoad ? Profiles[0] with { Id = id, Domain = id + ".example" } : null;
    }
}
