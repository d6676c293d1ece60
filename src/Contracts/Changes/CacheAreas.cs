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

    /// <summary>v6 listCmsPages, getCmsPage.</summary>
    public static readonly CacheArea Pages = CacheArea.Parse("content.pages");

    /// <summary>v6 listCmsPosts, getCmsPost.</summary>
    public static readonly CacheArea Posts = CacheArea.Parse("content.posts");

    /// <summary>v6 listCmsCategories.</summary>
    public static readonly CacheArea PostCategories = CacheArea.Parse("content.post-categories");

    /// <summary>v6 getMenu.</summary>
    public static readonly CacheArea Menus = CacheArea.Parse("content.menus");

    /// <summary>v6 listEvents, getEvent, as everybody sees them.</summary>
    public static readonly CacheArea Events = CacheArea.Parse("events");

    /// <summary>v6 listEvents, getEvent, as one customer sees them.</summary>
    public static readonly CacheArea CustomerEvents = CacheArea.Parse("customer.events");

    /// <summary>v6 getSurveyBySlug, as everybody sees it.</summary>
    public static readonly CacheArea Surveys = CacheArea.Parse("surveys");

    /// <summary>v6 getSurveyBySlug, as one customer sees it.</summary>
    public static readonly CacheArea CustomerSurveys = CacheArea.Parse("customer.surveys");

    /// <summary>v6 resolveStorefrontDomain.</summary>
    public static readonly CacheArea Storefronts = CacheArea.Parse("storefronts");

    /// <summary>v6 getLoginChannel, getRegistrationForm.</summary>
    public static readonly CacheArea SignInSettings = CacheArea.Parse("auth.settings");
}
