namespace Bff.Tests.Operations;

/// <summary>How each of the 51 operations is done through the schema. Operations with two forms are read as a guest and as a member.</summary>
internal static class Script
{
    public static readonly IReadOnlyDictionary<string, Func<Visitor, Task>> Guest = new Dictionary<string, Func<Visitor, Task>>
    {
        ["listServices"] = v => v.GuestAsync("{ services { totalCount } }"),
        ["getService"] = v => v.GuestAsync("query($id: ID!) { service(id: $id) { name } }", new { id = v.Service }),
        ["listServiceStaff"] = v => v.GuestAsync("query($id: ID!) { service(id: $id) { staff { id } } }", new { id = v.Service }),
        ["listServiceResources"] = v => v.GuestAsync("query($id: ID!) { service(id: $id) { resources { id } } }", new { id = v.Service }),
        ["listServiceSlots"] = v => v.GuestAsync(
            "query($id: ID!, $date: LocalDate!) { service(id: $id) { slots(date: $date) { asOf } } }", new { id = v.Service, date = v.Slot.Date }),
        ["getLoginChannel"] = v => v.GuestAsync("{ loginChannel { __typename } }"),
        ["getRegistrationForm"] = v => v.GuestAsync("{ registrationForm { __typename } }"),
        ["requestOtp"] = v => v.RequestCodeAsync(),
        ["verifyOtp"] = v => v.SignInAsync(),
        ["registerMember"] = v => v.JoinAsync(),
        ["listCmsPages"] = v => v.GuestAsync("{ pages { slug } }"),
        ["getCmsPage"] = v => v.GuestAsync("""{ page(slug: "home") { slug } }"""),
        ["listCmsPosts"] = v => v.GuestAsync("{ posts { totalCount } }"),
        ["getCmsPost"] = v => v.GuestAsync("""{ post(slug: "welcome") { slug } }"""),
        ["listCmsCategories"] = v => v.GuestAsync("{ postCategories { __typename } }"),
        ["getMenu"] = v => v.GuestAsync("""{ menu(location: "header") { __typename } }"""),
        ["listEvents"] = v => v.GuestAsync("{ events { totalCount } }"),
        ["getEvent"] = v => v.GuestAsync("""{ event(slug: "braiding-workshop") { id } }"""),
        ["listProducts"] = v => v.GuestAsync("{ products { totalCount } }"),
        ["getProduct"] = v => v.GuestAsync("query($slug: String!) { product(slug: $slug) { id } }", new { slug = v.Product }),
        ["listShopCategories"] = v => v.GuestAsync("{ productCategories { __typename } }"),
        ["listShopBrands"] = v => v.GuestAsync("{ brands { __typename } }"),
        ["listShopCollections"] = v => v.GuestAsync("{ collections { __typename } }"),
        ["listShippingMethods"] = v => v.GuestAsync("{ shippingMethods { __typename } }"),
        ["listPaymentMethods"] = v => v.GuestAsync("{ paymentMethods { __typename } }"),
        ["listMembershipTiers"] = v => v.GuestAsync("{ membershipTiers { id } }"),
        ["listGiftOffers"] = v => v.GuestAsync("{ giftOffers { id } }"),
        ["getGiftOffer"] = v => v.GuestAsync("query($id: ID!) { giftOffer(id: $id) { id } }", new { id = v.Offer }),
        ["getSurveyBySlug"] = v => v.GuestAsync("""{ survey(slug: "visit-feedback") { id } }"""),
        ["getSurveyByToken"] = v => v.GuestAsync("query($token: String!) { surveyInvitation(token: $token) { survey { id } } }", new { token = v.Invitation }),
        ["submitSurveyResponseByToken"] = v => v.AnswerInvitationAsync(),
        ["resolveStorefrontDomain"] = v => v.GuestAsync("query($domain: String!) { storefront(domain: $domain) { domain } }", new { domain = $"{v.Tenant}.nowhere.example" }),
        ["submitContact"] = v => v.ContactAsync(),
    };

    public static readonly IReadOnlyDictionary<string, Func<Visitor, Task>> Member = new Dictionary<string, Func<Visitor, Task>>
    {
        ["createGuestBooking"] = v => v.BookAsync(),
        ["listBookings"] = v => v.MemberAsync("{ me { bookings { id } } }"),
        ["getBooking"] = v => v.MemberAsync("query($id: ID!) { me { booking(id: $id) { id } } }", new { id = v.Booking }),
        ["cancelBooking"] = v => v.CancelAsync(),
        ["rescheduleBooking"] = v => v.MoveAsync(),
        ["validateToken"] = v => v.MemberAsync("{ session { id } }"),
        ["refreshToken"] = v => v.RefreshAsync(),
        ["logout"] = v => v.LogOutAsync(),
        ["listEvents"] = v => v.MemberAsync("{ events { totalCount } }"),
        ["getEvent"] = v => v.MemberAsync("""{ event(slug: "braiding-workshop") { id } }"""),
        ["createEventRegistration"] = v => v.RegisterForEventAsync(),
        ["createEventPaymentIntent"] = v => v.PayForEventAsync(),
        ["getEventAccess"] = v => v.MemberAsync("query($id: ID!) { eventAccess(registrationId: $id) { canAccess } }", new { id = v.Registration }),
        ["createOrder"] = v => v.OrderAsync(),
        ["listOrders"] = v => v.MemberAsync("{ me { orders { orderId } } }"),
        ["getOrderPaymentStatus"] = v => v.MemberAsync("query($id: ID!) { orderPaymentStatus(orderId: $id) { paymentStatusText } }", new { id = v.Order }),
        ["listGiftOffers"] = v => v.MemberAsync("{ giftOffers { id } }"),
        ["getGiftOffer"] = v => v.MemberAsync("query($id: ID!) { giftOffer(id: $id) { id } }", new { id = v.Offer }),
        ["redeemGiftOffer"] = v => v.RedeemAsync(),
        ["claimGift"] = v => v.ClaimAsync(),
        ["listGiftRedemptions"] = v => v.MemberAsync("{ me { giftRedemptions { id } } }"),
        ["getSurveyBySlug"] = v => v.MemberAsync("""{ survey(slug: "visit-feedback") { id } }"""),
        ["submitSurveyResponse"] = v => v.AnswerSurveyAsync(),
    };

    /// <summary>What has to be done before, so that there is something to read or to change.</summary>
    public static readonly IReadOnlyDictionary<string, string> Needs = new Dictionary<string, string>
    {
        ["getBooking"] = "createGuestBooking",
        ["cancelBooking"] = "createGuestBooking",
        ["rescheduleBooking"] = "createGuestBooking",
        ["createEventPaymentIntent"] = "createEventRegistration",
        ["getEventAccess"] = "createEventRegistration",
        ["getOrderPaymentStatus"] = "createOrder",
    };
}
