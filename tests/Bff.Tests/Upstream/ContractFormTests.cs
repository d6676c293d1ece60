using System.Text.Json;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Upstream.Auth;
using Bff.Upstream.Content;
using Bff.Upstream.Http;
using Bff.Upstream.Membership;
using Bff.Upstream.Operations;
using Bff.Upstream.Shop;
using Bff.Upstream.Surveys;
using static Bff.Tests.Upstream.StubUpstream;
using static Bff.Tests.Upstream.UpstreamHost;

namespace Bff.Tests.Upstream;

/// <summary>Each of the 51 operations is sent as the contract has it: path, credentials, body.</summary>
public sealed class ContractFormTests
{
    private static readonly Slug Name = Slug.Parse("naïve-名");
    private static readonly EntityId Id = EntityId.Parse("id-1");
    private static readonly InvitationToken Link = InvitationToken.TryParse("magic.link", out var link) ? link : default;
    private static readonly DateTimeOffset At = DateTimeOffset.Parse("2026-11-24T10:00:00+08:00", null);
    private static readonly Guid Key = Guid.Parse("11111111-2222-4333-8444-555555555555");

    private static readonly Dictionary<string, Func<UpstreamHost, Task>> Calls = new()
    {
        ["listServices"] = host => host.Bookings.ListServicesAsync(Tenant, new()),
        ["getService"] = host => host.Bookings.GetServiceAsync(Tenant, Id),
        ["listServiceStaff"] = host => host.Bookings.ListStaffAsync(Tenant, Id),
        ["listServiceResources"] = host => host.Bookings.ListResourcesAsync(Tenant, Id),
        ["listServiceSlots"] = host => host.Bookings.ListSlotsAsync(Tenant, new(Id, new(2026, 11, 24), EntityId.Parse("st"), EntityId.Parse("re"))),
        ["createGuestBooking"] = host => host.Bookings.CreateGuestBookingAsync(Tenant, Booking),
        ["listBookings"] = host => host.Bookings.ListBookingsAsync(Tenant, Token),
        ["getBooking"] = host => host.Bookings.GetBookingAsync(Tenant, Token, Id),
        ["cancelBooking"] = host => host.Bookings.CancelBookingAsync(Tenant, Token, Id, new("ill")),
        ["rescheduleBooking"] = host => host.Bookings.RescheduleBookingAsync(Tenant, Token, Id, new(At, At, "st", null)),
        ["getLoginChannel"] = host => Auth(host).GetLoginChannelAsync(Tenant),
        ["requestOtp"] = host => Auth(host).RequestOtpAsync(Tenant, new("1", null)),
        ["verifyOtp"] = host => Auth(host).VerifyOtpAsync(Tenant, new("1", null, "123456")),
        ["registerMember"] = host => Auth(host).RegisterMemberAsync(Tenant, new("Ann", null, "1", null, "storefront")),
        ["validateToken"] = host => Auth(host).ValidateTokenAsync(Tenant, Token),
        ["refreshToken"] = host => Auth(host).RefreshTokenAsync(Tenant, Token),
        ["logout"] = host => Auth(host).LogoutAsync(Tenant, Token),
        ["getRegistrationForm"] = host => Auth(host).GetRegistrationFormAsync(Tenant),
        ["listCmsPages"] = host => Content(host).ListPagesAsync(Tenant),
        ["getCmsPage"] = host => Content(host).GetPageAsync(Tenant, Name),
        ["listCmsPosts"] = host => Content(host).ListPostsAsync(Tenant, new()),
        ["getCmsPost"] = host => Content(host).GetPostAsync(Tenant, Name),
        ["listCmsCategories"] = host => Content(host).ListCategoriesAsync(Tenant),
        ["getMenu"] = host => Content(host).GetMenuAsync(Tenant, Name),
        ["listEvents"] = host => Content(host).ListEventsAsync(Tenant, Token, new()),
        ["getEvent"] = host => Content(host).GetEventAsync(Tenant, Token, Name),
        ["createEventRegistration"] = host => Content(host).RegisterAsync(Tenant, Token, new("e", "Ann", null, null, 2), Key),
        ["createEventPaymentIntent"] = host => Content(host).CreatePaymentIntentAsync(Tenant, Token, Id, new("pm", "https://a.example")),
        ["getEventAccess"] = host => Content(host).GetAccessAsync(Tenant, Token, Id),
        ["listProducts"] = host => Shop(host).ListProductsAsync(Tenant, new()),
        ["getProduct"] = host => Shop(host).GetProductAsync(Tenant, Name),
        ["listShopCategories"] = host => Shop(host).ListCategoriesAsync(Tenant),
        ["listShopBrands"] = host => Shop(host).ListBrandsAsync(Tenant),
        ["listShopCollections"] = host => Shop(host).ListCollectionsAsync(Tenant),
        ["listShippingMethods"] = host => Shop(host).ListShippingMethodsAsync(Tenant),
        ["listPaymentMethods"] = host => Shop(host).ListPaymentMethodsAsync(Tenant),
        ["createOrder"] = host => Shop(host).CreateOrderAsync(
            Tenant, Token, new([new("5", null, 2), new(null, "v-7", 1)], new(null, null, "a@b.example", null, "zh-HK"), "3", "pm")),
        ["listOrders"] = host => Shop(host).ListOrdersAsync(Tenant, Token),
        ["getOrderPaymentStatus"] = host => Shop(host).GetPaymentStatusAsync(Tenant, Token, Id),
        ["listMembershipTiers"] = host => Membership(host).ListTiersAsync(Tenant),
        ["listGiftOffers"] = host => Membership(host).ListOffersAsync(Tenant, Token),
        ["getGiftOffer"] = host => Membership(host).GetOfferAsync(Tenant, Token, Id),
        ["redeemGiftOffer"] = host => Membership(host).RedeemOfferAsync(Tenant, Token, Id, new(1)),
        ["claimGift"] = host => Membership(host).ClaimGiftAsync(Tenant, Token, new("claim", null)),
        ["listGiftRedemptions"] = host => Membership(host).ListRedemptionsAsync(Tenant, Token),
        ["getSurveyBySlug"] = host => host.Surveys.GetSurveyAsync(Tenant, Token, Name),
        ["getSurveyByToken"] = host => host.Surveys.GetSurveyByLinkAsync(Tenant, Link),
        ["submitSurveyResponse"] = host => host.Surveys.SubmitResponseAsync(Tenant, Token, Id, Answers),
        ["submitSurveyResponseByToken"] = host => host.Surveys.SubmitResponseByLinkAsync(Tenant, Link, Answers),
        ["resolveStorefrontDomain"] = host => host.Surveys.ResolveDomainAsync(StorefrontDomain.Parse("salon.example")),
        ["submitContact"] = host => host.Surveys.SubmitContactAsync(Tenant, new("Ann", null, null, "Hello")),
    };

    public static TheoryData<string> AllOperations => [.. V6Operations.All.Select(operation => operation.Id)];

    private static V6SurveyResponse Answers => new(
        new Dictionary<string, JsonElement> { ["q1"] = JsonElement.Parse("[\"a\"]"), ["q2"] = JsonElement.Parse("7") }, "m-1", null);

    [Theory]
    [MemberData(nameof(AllOperations))]
    public async Task An_operation_goes_to_its_path_with_its_credentials_and_no_others(string id)
    {
        var operation = V6Operations.ById(id);

        var request = await SeeAsync(Calls[id]);

        var path = request.Target.Split('?')[0];
        request.Line.ShouldStartWith($"{operation.Method} ");
        path.ShouldBe(V6Operations.Prefix + Filled(operation.Path));
        request.Headers.GetValueOrDefault("x-company-id").ShouldBe(operation.SendsTenant ? "salon-hk" : null);
        request.Headers.GetValueOrDefault("authorization").ShouldBe(operation.TakesToken ? "Bearer secret.token" : null);
        request.Headers.Keys.Intersect(["cookie", "accept-language"]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("listServiceSlots", "?date=2026-11-24&staffId=st&resourceId=re")]
    [InlineData("listServices", "?page=1&limit=100")]
    [InlineData("listEvents", "?page=1&limit=100")]
    [InlineData("listBookings", "")]
    [InlineData("listGiftOffers", "")]
    public async Task V12_V20_V30_V45_Only_the_contract_s_arguments_are_sent(string id, string query)
    {
        var request = await SeeAsync(Calls[id]);

        request.Target.ShouldEndWith(query);
        request.Target.Contains('?').ShouldBe(query.Length > 0);
    }

    [Theory]
    [InlineData("rescheduleBooking", """{"occurrenceStart":"2026-11-24T10:00:00+08:00","occurrenceEnd":"2026-11-24T10:00:00+08:00","staffId":"st"}""")]
    [InlineData("cancelBooking", """{"reason":"ill"}""")]
    [InlineData("requestOtp", """{"phone":"1"}""")]
    [InlineData("verifyOtp", """{"phone":"1","code":"123456"}""")]
    [InlineData("registerMember", """{"name":"Ann","phone":"1","source":"storefront"}""")]
    [InlineData("refreshToken", "")]
    [InlineData("logout", "")]
    [InlineData("createEventRegistration", """{"eventId":"e","name":"Ann","quantity":2}""")]
    [InlineData("createEventPaymentIntent", """{"paymentMethodId":"pm","returnUrl":"https://a.example"}""")]
    [InlineData("createOrder", """{"items":[{"productId":5,"quantity":2},{"variantId":"v-7","quantity":1}],"customer":{"email":"a@b.example","language":"zh-HK"},"shippingMethodId":"3","paymentMethodId":"pm"}""")]
    [InlineData("redeemGiftOffer", """{"quantity":1}""")]
    [InlineData("claimGift", """{"claimToken":"claim"}""")]
    [InlineData("submitSurveyResponse", """{"answers":{"q1":["a"],"q2":7},"customerId":"m-1"}""")]
    [InlineData("submitContact", """{"name":"Ann","message":"Hello"}""")]
    public async Task V7_V11_V15_V23_V32_V39_V40_V42_Bodies_have_the_contract_s_form(string id, string body)
    {
        var request = await SeeAsync(Calls[id]);

        request.Body.ShouldBe(body);
    }

    [Fact]
    public async Task V24_An_event_registration_carries_its_idempotency_key_and_nothing_else_has_one()
    {
        (await SeeAsync(Calls["createEventRegistration"])).Headers["idempotency-key"].ShouldBe("11111111-2222-4333-8444-555555555555");
        (await SeeAsync(Calls["createOrder"])).Headers.ShouldNotContainKey("idempotency-key");
    }

    [Theory]
    [InlineData("getEvent")]
    [InlineData("listGiftOffers")]
    public async Task Without_a_token_an_operation_of_optional_auth_is_anonymous(string id)
    {
        var request = await SeeAsync(host => id == "getEvent"
            ? Content(host).GetEventAsync(Tenant, null, Name)
            : Membership(host).ListOffersAsync(Tenant, null));

        request.Headers.ShouldNotContainKey("authorization");
    }

    [Fact]
    public async Task A_token_on_a_public_operation_is_a_defect_and_is_not_sent()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("{}"));
        await using var host = new UpstreamHost(server.Address);
        var call = V6Operations.GetService.Of(Tenant, "svc-1").As(Token);

        await Should.ThrowAsync<InvalidOperationException>(() => host.Get<UpstreamClient>().ReadAsync(call, _ => "", CancellationToken.None));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_secret_shows_itself_to_nobody()
    {
        $"{Link} {Token} {V6Operations.GetSurveyByToken.Of(Tenant, Link.Value)}".ShouldNotContain("magic.link");
        $"{Link} {Token}".ShouldNotContain("secret.token");
        new[] { "a/b", "..", ".", "", "a%2fb", "a b", "a\r\nb" }.Where(text => InvitationToken.TryParse(text, out _)).ShouldBeEmpty();
    }

    private static string Filled(string path) => path
        .Replace("{token}", "magic.link", StringComparison.Ordinal)
        .Replace("{slug}", "na%C3%AFve-%E5%90%8D", StringComparison.Ordinal)
        .Replace("{location}", "na%C3%AFve-%E5%90%8D", StringComparison.Ordinal)
        .Replace("{id}", "id-1", StringComparison.Ordinal)
        .Replace("{orderId}", "id-1", StringComparison.Ordinal);

    private static IAuthApi Auth(UpstreamHost host) => host.Get<IAuthApi>();

    private static IContentApi Content(UpstreamHost host) => host.Get<IContentApi>();

    private static IShopApi Shop(UpstreamHost host) => host.Get<IShopApi>();

    private static IMembershipApi Membership(UpstreamHost host) => host.Get<IMembershipApi>();
}
