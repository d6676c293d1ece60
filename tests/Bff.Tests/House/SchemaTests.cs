using Bff.Gateway;
using Bff.Gateway.Graph;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bff.Tests.House;

/// <summary>The schema is the product's public API: every change of it is a diff that somebody has looked at.</summary>
public sealed class SchemaTests
{
    private static readonly ISchema Schema = Build();

    [Fact]
    public void The_schema_is_the_one_written_down() => Approved.ShouldMatch(SchemaText.Print(Schema), "schema.graphql");

    [Fact]
    public void Every_type_field_and_argument_says_what_it_is()
    {
        var silent = OwnTypes().Where(type => string.IsNullOrWhiteSpace(type.Description)).Select(type => type.Name)
            .Concat(OwnTypes().OfType<IComplexGraphType>().SelectMany(SilentFields));

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_asks_v6_says_which_operation() =>
        OwnTypes().OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields.Where(field => FieldFacts.Read(field).Fetches).Select(field => (type.Name, Field: field)))
            .Where(row => !row.Field.Description!.Contains("Source: ", StringComparison.Ordinal))
            .Select(row => $"{row.Name}.{row.Field.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_operation_of_the_v6_contract_has_a_field_that_names_it()
    {
        var contract = File.ReadLines(Path.Combine(Repository.Root, "docs/v6/connect-v6.openapi.yaml"))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("operationId: ", StringComparison.Ordinal))
            .Select(line => line["operationId: ".Length..].Trim())
            .ToList();
        var named = OwnTypes().OfType<IObjectGraphType>().SelectMany(type => type.Fields).SelectMany(field => SourcesOf(field.Description)).ToHashSet();

        contract.Count.ShouldBe(51);
        contract.Except(named).ShouldBeEmpty();
        named.Except(contract).ShouldBeEmpty();
    }

    // The table of the schema's agreed names: where a client finds each operation. Arguments are given where they are agreed.
    public static TheoryData<string, string, string> AgreedFields => new()
    {
        { "listServices", "Query.services", "ServiceConnection" },
        { "getService", "Query.service(id: ID!)", "Service" },
        { "listServiceStaff", "Service.staff", "[StaffMember!]" },
        { "listServiceResources", "Service.resources", "[BookableResource!]" },
        { "listServiceSlots", "Service.slots(date: LocalDate!, staffId: ID, resourceId: ID)", "SlotDay" },
        { "listServiceSlots", "Service.availability(from: LocalDate!, days: Int!)", "[SlotDay]" },
        { "createGuestBooking", "Mutation.createGuestBooking", "CreateGuestBookingPayload!" },
        { "listBookings", "Customer.bookings", "[Booking!]" },
        { "getBooking", "Customer.booking(id: ID!)", "BookingDetail" },
        { "cancelBooking", "Mutation.cancelBooking", "CancelBookingPayload!" },
        { "rescheduleBooking", "Mutation.rescheduleBooking", "RescheduleBookingPayload!" },
        { "getLoginChannel", "Query.loginChannel", "LoginChannel" },
        { "getRegistrationForm", "Query.registrationForm", "RegistrationForm" },
        { "requestOtp", "Mutation.requestOtp", "RequestOtpPayload!" },
        { "verifyOtp", "Mutation.verifyOtp", "VerifyOtpPayload!" },
        { "registerMember", "Mutation.registerMember", "RegisterMemberPayload!" },
        { "validateToken", "Query.session", "Session" },
        { "refreshToken", "Mutation.refreshSession", "RefreshSessionPayload!" },
        { "logout", "Mutation.logout(input: LogoutInput)", "LogoutPayload!" },
        { "listCmsPages", "Query.pages", "[Page!]" },
        { "getCmsPage", "Query.page(slug: String!)", "Page" },
        { "listCmsPosts", "Query.posts", "PostConnection" },
        { "getCmsPost", "Query.post(slug: String!)", "Post" },
        { "listCmsCategories", "Query.postCategories", "[PostCategory!]" },
        { "getMenu", "Query.menu(location: String!)", "Menu" },
        { "listEvents", "Query.events", "EventConnection" },
        { "getEvent", "Query.event(slug: String!)", "Event" },
        { "createEventRegistration", "Mutation.createEventRegistration", "CreateEventRegistrationPayload!" },
        { "createEventPaymentIntent", "Mutation.createEventPaymentIntent", "CreateEventPaymentIntentPayload!" },
        { "getEventAccess", "Query.eventAccess", "EventAccess" },
        { "listProducts", "Query.products", "ProductConnection" },
        { "getProduct", "Query.product(slug: String!)", "Product" },
        { "listShopCategories", "Query.productCategories", "[ProductCategory!]" },
        { "listShopBrands", "Query.brands", "[Brand!]" },
        { "listShopCollections", "Query.collections", "[Collection!]" },
        { "listShippingMethods", "Query.shippingMethods", "[ShippingMethod!]" },
        { "listPaymentMethods", "Query.paymentMethods", "[PaymentMethod!]" },
        { "createOrder", "Mutation.createOrder", "CreateOrderPayload!" },
        { "listOrders", "Customer.orders", "[Order!]" },
        { "getOrderPaymentStatus", "Query.orderPaymentStatus(orderId: ID!)", "OrderPaymentStatus" },
        { "listMembershipTiers", "Query.membershipTiers", "[MembershipTier!]" },
        { "listGiftOffers", "Query.giftOffers", "[GiftOffer!]" },
        { "getGiftOffer", "Query.giftOffer(id: ID!)", "GiftOffer" },
        { "redeemGiftOffer", "Mutation.redeemGiftOffer", "RedeemGiftOfferPayload!" },
        { "claimGift", "Mutation.claimGift", "ClaimGiftPayload!" },
        { "listGiftRedemptions", "Customer.giftRedemptions", "[GiftRedemption!]" },
        { "getSurveyBySlug", "Query.survey(slug: String!)", "Survey" },
        { "submitSurveyResponse", "Mutation.submitSurveyResponse", "SubmitSurveyResponsePayload!" },
        { "getSurveyByToken", "Query.surveyInvitation(token: String!)", "SurveyView" },
        { "submitSurveyResponseByToken", "Mutation.submitSurveyInvitationResponse", "SubmitSurveyInvitationResponsePayload!" },
        { "resolveStorefrontDomain", "Query.storefront(domain: String)", "Storefront" },
        { "submitContact", "Mutation.submitContact", "SubmitContactPayload!" },
    };

    public static TheoryData<string, string> AgreedResults => new()
    {
        { "createGuestBooking", "booking" },
        { "cancelBooking", "booking" },
        { "rescheduleBooking", "booking" },
        { "requestOtp", "message" },
        { "verifyOtp", "customer" },
        { "verifyOtp", "sessionToken" },
        { "registerMember", "customer" },
        { "createEventRegistration", "registration" },
        { "createEventPaymentIntent", "paymentIntent" },
        { "createOrder", "order" },
        { "redeemGiftOffer", "redemption" },
        { "claimGift", "redemption" },
        { "submitSurveyResponse", "response" },
        { "submitSurveyInvitationResponse", "response" },
        { "submitContact", "enquiry" },
    };

    [Theory]
    [MemberData(nameof(AgreedFields))]
    public void An_operation_is_where_clients_look_for_it_and_the_field_names_it(string operation, string signature, string result)
    {
        var (place, arguments) = signature.Split('(') is [var path, var list] ? (path, list[..^1].Split(", ")) : (signature, null);
        var (type, name) = (place.Split('.')[0], place.Split('.')[1]);

        var field = Schema.AllTypes.OfType<IObjectGraphType>().Single(candidate => candidate.Name == type).Fields.SingleOrDefault(candidate => candidate.Name == name);

        field.ShouldNotBeNull();
        field.ResolvedType!.ToString().ShouldBe(result);
        SourcesOf(field.Description).ShouldContain(operation);
        if (arguments is not null)
        {
            (field.Arguments ?? []).Select(argument => $"{argument.Name}: {argument.ResolvedType}").ShouldBe(arguments, ignoreOrder: true);
        }
    }

    [Fact]
    public void All_51_operations_are_agreed_on() => AgreedFields.Select(row => row.Data.Item1).Distinct().Count().ShouldBe(51);

    [Theory]
    [MemberData(nameof(AgreedResults))]
    public void A_mutation_gives_what_clients_ask_for(string mutation, string result)
    {
        var payload = (IObjectGraphType)Schema.Mutation!.Fields.Single(field => field.Name == mutation).ResolvedType!.GetNamedType();

        var names = payload.Fields.Select(field => field.Name).ToList();
        names.ShouldContain(result);
        names.ShouldContain("errors");
    }

    [Fact]
    public void Signing_out_says_which_sessions_are_meant() =>
        ((EnumerationGraphType)Schema.AllTypes["SessionScope"]!).Values.Select(value => value.Name).ShouldBe(["THIS", "OTHERS", "ALL"], ignoreOrder: true);

    [Fact]
    public void A_field_whose_answer_may_be_shared_says_what_it_is_made_of() =>
        OwnTypes().OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name}.{field.Name}", Facts: FieldFacts.Read(field))))
            .Where(row => row.Facts is { Fetches: true, Areas.Count: 0, Sharing.Scope: not SharingScope.Private })
            .Select(row => row.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Every_mutation_but_the_five_of_signing_in_and_out_takes_an_idempotency_key()
    {
        var inputs = Schema.Mutation!.Fields.ToDictionary(field => field.Name, field => (IInputObjectGraphType)field.Arguments!.Single(argument => argument.Name == "input").ResolvedType!.GetNamedType());

        inputs.Where(input => !input.Value.Fields.Any(field => field.Name == "idempotencyKey")).Select(input => input.Key)
            .ShouldBe(["requestOtp", "verifyOtp", "registerMember", "refreshSession", "logout"], ignoreOrder: true);
        inputs.Count.ShouldBe(16);
    }

    // "Source: v6 listServices, getService."
    private static IEnumerable<string> SourcesOf(string? description) =>
        description?.Split("Source: v6 ") is [_, .. var sources]
            ? sources.SelectMany(source => source.Split('.')[0].Split(',', StringSplitOptions.TrimEntries)).Select(name => name.Split(' ')[0])
            : [];

    private static IEnumerable<string> SilentFields(IComplexGraphType type) =>
        type.Fields.Where(field => string.IsNullOrWhiteSpace(field.Description)).Select(field => $"{type.Name}.{field.Name}")
            .Concat(type.Fields.SelectMany(field => (field.Arguments ?? []).Where(argument => string.IsNullOrWhiteSpace(argument.Description)).Select(argument => $"{type.Name}.{field.Name}({argument.Name})")));

    private static IEnumerable<IGraphType> OwnTypes() => Schema.AllTypes.Where(type => type is not (StringGraphType or BooleanGraphType or IdGraphType or IntGraphType or FloatGraphType) && !type.Name.StartsWith("__", StringComparison.Ordinal));

    private static ISchema Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddGateway();
        var schema = builder.Build().Services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }
}
