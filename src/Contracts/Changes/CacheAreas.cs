using System.Collections.Immutable;

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

    /// <summary>v6 listBookings, getBooking.</summary>
    public static readonly CacheArea CustomerBookings = CacheArea.Parse("customer.bookings");

    /// <summary>v6 listProducts, getProduct.</summary>
    public static readonly CacheArea Products = CacheArea.Parse("shop.products");

    /// <summary>v6 listShopCategories.</summary>
    public static readonly CacheArea ProductCategories = CacheArea.Parse("shop.categories");

    /// <summary>v6 listShopBrands.</summary>
    public static readonly CacheArea Brands = CacheArea.Parse("shop.brands");

    /// <summary>v6 listShopCollections.</summary>
    public static readonly CacheArea Collections = CacheArea.Parse("shop.collections");

    /// <summary>v6 listShippingMethods.</summary>
    public static readonly CacheArea ShippingMethods = CacheArea.Parse("shop.shipping-methods");

    /// <summary>v6 listPaymentMethods.</summary>
    public static readonly CacheArea PaymentMethods = CacheArea.Parse("shop.payment-methods");

    /// <summary>v6 listOrders.</summary>
    public static readonly CacheArea CustomerOrders = CacheArea.Parse("customer.orders");

    /// <summary>v6 listMembershipTiers.</summary>
    public static readonly CacheArea MembershipTiers = CacheArea.Parse("membership.tiers");

    /// <summary>v6 listGiftOffers, getGiftOffer, as everybody sees them.</summary>
    public static readonly CacheArea GiftOffers = CacheArea.Parse("gifts.offers");

    /// <summary>v6 listGiftOffers, getGiftOffer, as one customer sees them.</summary>
    public static readonly CacheArea CustomerGiftOffers = CacheArea.Parse("customer.gift-offers");

    /// <summary>v6 listGiftRedemptions.</summary>
    public static readonly CacheArea CustomerGiftRedemptions = CacheArea.Parse("customer.gift-redemptions");

    /// <summary>v6 resolveStorefrontDomain.</summary>
    public static readonly CacheArea Storefronts = CacheArea.Parse("storefronts");

    /// <summary>v6 getLoginChannel.</summary>
    public static readonly CacheArea LoginChannel = CacheArea.Parse("auth.login-channel");

    /// <summary>v6 getRegistrationForm.</summary>
    public static readonly CacheArea RegistrationForm = CacheArea.Parse("auth.registration-form");

    /// <summary>All of them.</summary>
    public static ImmutableArray<CacheArea> All { get; } =
    [
        Services,
        ServiceStaff,
        ServiceResources,
        Slots,
        Pages,
        Posts,
        PostCategories,
        Menus,
        Events,
        CustomerEvents,
        Surveys,
        CustomerSurveys,
        CustomerBookings,
        Products,
        ProductCategories,
        Brands,
        Collections,
        ShippingMethods,
        PaymentMethods,
        CustomerOrders,
        MembershipTiers,
        GiftOffers,
        CustomerGiftOffers,
        CustomerGiftRedemptions,
        Storefronts,
        LoginChannel,
        RegistrationForm,
    ];
}
