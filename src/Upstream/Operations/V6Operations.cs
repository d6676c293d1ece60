using System.Collections.Frozen;
using System.Collections.Immutable;
using static Bff.Upstream.Operations.V6Auth;
using static Bff.Upstream.Operations.V6CacheScope;
using Group = Bff.Upstream.Operations.V6Group;

namespace Bff.Upstream.Operations;

/// <summary>
/// The 51 operations of the v6 contract, in the order of the notes. Clients, cache policies and invalidation read this table;
/// a test compares every cell with the contract.
/// </summary>
internal static class V6Operations
{
    /// <summary>What every path starts with.</summary>
    public const string Prefix = "/v6/customer-portal";

    // Bookings
    public static readonly V6Operation ListServices = Read("listServices", Group.Bookings, "/services", Public, TenantArgs, 300);
    public static readonly V6Operation GetService = Read("getService", Group.Bookings, "/services/{id}", Public, TenantArgs, 300);
    public static readonly V6Operation ListServiceStaff =
        Read("listServiceStaff", Group.Bookings, "/services/{id}/staff", Public, TenantArgs, 300);
    public static readonly V6Operation ListServiceResources =
        Read("listServiceResources", Group.Bookings, "/services/{id}/resources", Public, TenantArgs, 300);
    public static readonly V6Operation ListServiceSlots =
        Read("listServiceSlots", Group.Bookings, "/services/{id}/slots", Public, TenantArgs, 5);
    public static readonly V6Operation CreateGuestBooking =
        Write("createGuestBooking", Group.Bookings, "/bookings/guest", Public, "listServiceSlots", "listBookings");
    public static readonly V6Operation ListBookings = Read("listBookings", Group.Bookings, "/bookings", Required, Customer, 30);
    public static readonly V6Operation GetBooking = Read("getBooking", Group.Bookings, "/bookings/{id}", Required, Customer, 30);
    public static readonly V6Operation CancelBooking =
        Write("cancelBooking", Group.Bookings, "/bookings/{id}/cancel", Required, "getBooking", "listBookings", "listServiceSlots");
    public static readonly V6Operation RescheduleBooking =
        Write("rescheduleBooking", Group.Bookings, "/bookings/{id}/reschedule", Required, "getBooking", "listBookings", "listServiceSlots");

    // Auth
    public static readonly V6Operation GetLoginChannel = Read("getLoginChannel", Group.Auth, "/auth/login-channel", Public, Tenant, 300);
    public static readonly V6Operation RequestOtp = Write("requestOtp", Group.Auth, "/auth/otp", Public);
    public static readonly V6Operation VerifyOtp =
        Write("verifyOtp", Group.Auth, "/auth/otp/verify", Public,
            "listEvents", "getEvent", "listGiftOffers", "getGiftOffer", "getSurveyBySlug");
    public static readonly V6Operation RegisterMember = Write("registerMember", Group.Auth, "/auth/register", Public,
        "listEvents", "getEvent", "listGiftOffers", "getGiftOffer", "getSurveyBySlug");
    public static readonly V6Operation ValidateToken =
        Read("validateToken", Group.Auth, "/auth/validate-token", Required) with { Method = HttpMethod.Post };
    public static readonly V6Operation RefreshToken = Write("refreshToken", Group.Auth, "/auth/refresh", Required);
    public static readonly V6Operation Logout = Write("logout", Group.Auth, "/auth/logout", Required,
        "listBookings", "getBooking", "listOrders", "listGiftRedemptions",
        "listEvents", "getEvent", "listGiftOffers", "getGiftOffer", "getSurveyBySlug");
    public static readonly V6Operation GetRegistrationForm =
        Read("getRegistrationForm", Group.Auth, "/auth/registration-form", Public, Tenant, 300);

    // Content & Events
    public static readonly V6Operation ListCmsPages = Read("listCmsPages", Group.Content, "/cms/pages", Public, Tenant, 300);
    public static readonly V6Operation GetCmsPage = Read("getCmsPage", Group.Content, "/cms/pages/{slug}", Public, TenantArgs, 300);
    public static readonly V6Operation ListCmsPosts = Read("listCmsPosts", Group.Content, "/cms/posts", Public, TenantArgs, 300);
    public static readonly V6Operation GetCmsPost = Read("getCmsPost", Group.Content, "/cms/posts/{slug}", Public, TenantArgs, 300);
    public static readonly V6Operation ListCmsCategories = Read("listCmsCategories", Group.Content, "/cms/categories", Public, Tenant, 300);
    public static readonly V6Operation GetMenu = Read("getMenu", Group.Content, "/cms/menus/{location}", Public, TenantArgs, 300);
    public static readonly V6Operation ListEvents = Read("listEvents", Group.Content, "/events", Optional, TenantArgsOrCustomer, 60);
    public static readonly V6Operation GetEvent = Read("getEvent", Group.Content, "/events/{slug}", Optional, TenantArgsOrCustomer, 30);
    public static readonly V6Operation CreateEventRegistration =
        Write("createEventRegistration", Group.Content, "/event-registrations", Optional, "listEvents", "getEvent", "getEventAccess");
    public static readonly V6Operation CreateEventPaymentIntent =
        Write("createEventPaymentIntent", Group.Content, "/event-registrations/{id}/payment-intent", Optional, "getEventAccess");
    public static readonly V6Operation GetEventAccess = Read("getEventAccess", Group.Content, "/event-registrations/{id}/access", Optional);

    // Shop
    public static readonly V6Operation ListProducts = Read("listProducts", Group.Shop, "/shop/products", Public, TenantArgs, 60);
    public static readonly V6Operation GetProduct = Read("getProduct", Group.Shop, "/shop/products/{slug}", Public, TenantArgs, 30);
    public static readonly V6Operation ListShopCategories = Read("listShopCategories", Group.Shop, "/shop/categories", Public, Tenant, 300);
    public static readonly V6Operation ListShopBrands = Read("listShopBrands", Group.Shop, "/shop/brands", Public, Tenant, 300);
    public static readonly V6Operation ListShopCollections =
        Read("listShopCollections", Group.Shop, "/shop/collections", Public, Tenant, 300);
    public static readonly V6Operation ListShippingMethods =
        Read("listShippingMethods", Group.Shop, "/shop/shipping-methods", Public, Tenant, 60);
    public static readonly V6Operation ListPaymentMethods =
        Read("listPaymentMethods", Group.Shop, "/shop/payment-methods", Public, Tenant, 60);
    public static readonly V6Operation CreateOrder =
        Write("createOrder", Group.Shop, "/shop/orders", Optional, "listProducts", "getProduct", "listOrders", "getOrderPaymentStatus");
    public static readonly V6Operation ListOrders = Read("listOrders", Group.Shop, "/shop/orders", Required, Customer, 30);
    public static readonly V6Operation GetOrderPaymentStatus =
        Read("getOrderPaymentStatus", Group.Shop, "/shop/orders/{orderId}/payment-status", Optional);

    // Membership & Gifts
    public static readonly V6Operation ListMembershipTiers =
        Read("listMembershipTiers", Group.Membership, "/membership-tiers", Public, Tenant, 300);
    public static readonly V6Operation ListGiftOffers =
        Read("listGiftOffers", Group.Membership, "/gifts/offers", Optional, TenantOrCustomer, 60);
    public static readonly V6Operation GetGiftOffer =
        Read("getGiftOffer", Group.Membership, "/gifts/offers/{id}", Optional, TenantArgsOrCustomer, 60);
    public static readonly V6Operation RedeemGiftOffer = Write("redeemGiftOffer", Group.Membership, "/gifts/offers/{id}/redeem", Required,
        "listGiftOffers", "getGiftOffer", "listGiftRedemptions");
    public static readonly V6Operation ClaimGift =
        Write("claimGift", Group.Membership, "/gifts/claim", Optional, "listGiftOffers", "getGiftOffer", "listGiftRedemptions");
    public static readonly V6Operation ListGiftRedemptions =
        Read("listGiftRedemptions", Group.Membership, "/gifts/redemptions", Required, Customer, 30);

    // Surveys & Storefront
    public static readonly V6Operation GetSurveyBySlug =
        Read("getSurveyBySlug", Group.Surveys, "/surveys/{slug}", Optional, TenantArgsOrCustomer, 60);
    public static readonly V6Operation GetSurveyByToken = Read("getSurveyByToken", Group.Surveys, "/surveys/token/{token}", MagicToken);
    public static readonly V6Operation SubmitSurveyResponse =
        Write("submitSurveyResponse", Group.Surveys, "/surveys/{id}/responses", Optional, "getSurveyBySlug");
    public static readonly V6Operation SubmitSurveyResponseByToken = Write(
        "submitSurveyResponseByToken", Group.Surveys, "/surveys/token/{token}/responses", MagicToken, "getSurveyByToken", "getSurveyBySlug");
    public static readonly V6Operation ResolveStorefrontDomain =
        Read("resolveStorefrontDomain", Group.Surveys, "/storefront/resolve-domain", Public, TenantArgs, 300);
    public static readonly V6Operation SubmitContact = Write("submitContact", Group.Surveys, "/contact", Public);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<V6Operation> All =
    [
        ListServices, GetService, ListServiceStaff, ListServiceResources, ListServiceSlots, CreateGuestBooking, ListBookings, GetBooking,
        CancelBooking, RescheduleBooking, GetLoginChannel, RequestOtp, VerifyOtp, RegisterMember, ValidateToken, RefreshToken, Logout,
        GetRegistrationForm, ListCmsPages, GetCmsPage, ListCmsPosts, GetCmsPost, ListCmsCategories, GetMenu, ListEvents, GetEvent,
        CreateEventRegistration, CreateEventPaymentIntent, GetEventAccess, ListProducts, GetProduct, ListShopCategories, ListShopBrands,
        ListShopCollections, ListShippingMethods, ListPaymentMethods, CreateOrder, ListOrders, GetOrderPaymentStatus, ListMembershipTiers,
        ListGiftOffers, GetGiftOffer, RedeemGiftOffer, ClaimGift, ListGiftRedemptions, GetSurveyBySlug, GetSurveyByToken,
        SubmitSurveyResponse, SubmitSurveyResponseByToken, ResolveStorefrontDomain, SubmitContact,
    ];

    private static readonly FrozenDictionary<string, V6Operation> Index = All.ToFrozenDictionary(operation => operation.Id);

    /// <summary>The operation of that id.</summary>
    /// <exception cref="KeyNotFoundException">The contract has no such operation.</exception>
    public static V6Operation ById(string id) => Index[id];

    private static V6Operation Read(
        string id, V6Group group, string path, V6Auth auth, V6CacheScope scope = Never, int? freshSeconds = null) =>
        new(id, group, HttpMethod.Get, path, auth, V6Effect.Read, scope, freshSeconds, []);

    private static V6Operation Write(string id, V6Group group, string path, V6Auth auth, params ImmutableArray<string> makesStale) =>
        new(id, group, HttpMethod.Post, path, auth, V6Effect.Write, Never, null, makesStale);
}
