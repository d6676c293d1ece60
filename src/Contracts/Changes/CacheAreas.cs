namespace Bff.Contracts.Changes;

/// <summary>
/// The parts of what is cached. Owners keep their answers under these names, gateways theirs, and every change says which of them it touches.
/// </summary>
public static class CacheAreas
{
    /// <summary>v6 listServices, getService.</summary>
    public static readonly CacheArea Services = CacheArea.Parse("services");

    /// <summary>v6 listServiceStaff.</summary>
    public static readonly CacheArea ServiceStaff = CacheArea.Parse("services.staff");

    /// <summary>v6 listServiceResources.</summary>
    public static readonly CacheArea ServiceResources = CacheArea.Parse("services.resources");

    /// <summary>v6 listServiceSlots.</summary>
    public static readonly CacheArea Slots = CacheArea.Parse("services.slots");

    /// <summary>v6 resolveStorefrontDomain.</summary>
    public static readonly CacheArea Storefronts = CacheArea.Parse("storefronts");

    /// <summary>v6 getLoginChannel, getRegistrationForm.</summary>
    public static readonly CacheArea SignInSettings = CacheArea.Parse("auth.settings");
}
