using System.Text.Json;
using Bff.Contracts.Auth;
using Bff.Contracts.Content;
using Bff.Contracts.Keys;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;

namespace Bff.Tests.Content;

public sealed class EventRegistrationTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Register = """
        mutation($input: CreateEventRegistrationInput!) { createEventRegistration(input: $input) {
          registration { id eventSlug status statusText totalAmount { amount currency } paymentRequired guestRegistrationToken registeredAt }
          errors { __typename ... on Error { code } ... on ValidationError { field } } } }
        """;

    private const string Pay = """
        mutation($input: CreateEventPaymentIntentInput!) { createEventPaymentIntent(input: $input) {
          paymentIntent { clientSecret paymentIntentId publishableKey stripeAccount paymentUrl }
          errors { __typename ... on Error { code } ... on ValidationError { field } } } }
        """;

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_guest_registers_pays_and_is_let_in_later()
    {
        var shop = bff.Storefront(bff.NewTenant());

        var registration = Done(await shop.QueryAsync(Register, Input()), "createEventRegistration", "registration");
        var (id, token) = (registration.GetProperty("id").GetString(), registration.GetProperty("guestRegistrationToken").GetString());
        var intent = Done(await shop.QueryAsync(Pay, new { input = new { id, guestRegistrationToken = token } }), "createEventPaymentIntent", "paymentIntent");
        var access = await shop.QueryAsync(
            "query($id: ID!, $token: String) { eventAccess(registrationId: $id, guestRegistrationToken: $token) { canAccess reason deliveryMode accessUrl availableAt } }",
            new { id, token });

        registration.GetProperty("paymentRequired").GetBoolean().ShouldBeTrue();
        intent.GetProperty("clientSecret").GetString().ShouldNotBeNullOrEmpty();
        access.GetProperty("eventAccess").GetProperty("canAccess").GetBoolean().ShouldBeFalse();
        access.GetProperty("eventAccess").GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_same_key_and_input_again_is_the_same_registration()
    {
        var tenant = bff.NewTenant();
        var input = Input(idempotencyKey: "basket-1");

        var first = Done(await bff.Storefront(tenant).QueryAsync(Register, input), "createEventRegistration", "registration");
        var second = Done(await bff.Storefront(tenant).QueryAsync(Register, input), "createEventRegistration", "registration");

        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        bff.V6.Commits("createEventRegistration", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_of_another_guest_gives_nothing_away()
    {
        var tenant = bff.NewTenant();

        var mine = Done(await bff.Storefront(tenant).QueryAsync(Register, Input(idempotencyKey: "1")), "createEventRegistration", "registration");
        var theirs = await bff.Storefront(tenant).QueryAsync(Register, Input(name: "Mallory", idempotencyKey: "1"));

        theirs.GetProperty("createEventRegistration").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("IdempotencyMismatchError");
        theirs.GetRawText().ShouldNotContain(mine.GetProperty("id").GetString()!);
        theirs.GetRawText().ShouldNotContain(mine.GetProperty("guestRegistrationToken").GetString()!);
    }

    [Fact]
    public async Task The_seats_left_are_read_anew_after_a_registration()
    {
        const string Seats = """{ event(slug: "braiding-workshop") { dates { remainingQuota } } events(first: 50) { nodes { slug dates { remainingQuota } } } }""";
        var shop = bff.Storefront(bff.NewTenant());
        var before = Left(await shop.QueryAsync(Seats));

        Done(await shop.QueryAsync(Register, Input(quantity: 2)), "createEventRegistration", "registration");
        var after = Left(await shop.QueryAsync(Seats));

        after.ShouldBe((before.One - 2, before.Listed - 2));
    }

    [Fact]
    public async Task Whether_the_door_is_open_is_asked_anew_each_time()
    {
        var tenant = bff.NewTenant();
        var registration = Done(await bff.Storefront(tenant).QueryAsync(Register, Input()), "createEventRegistration", "registration");
        const string Access = "query($id: ID!) { eventAccess(registrationId: $id) { canAccess } }";

        for (var i = 0; i < 3; i++)
        {
            await bff.Storefront(tenant).QueryAsync(Access, new { id = registration.GetProperty("id").GetString() });
        }

        bff.V6.Calls("getEventAccess", tenant).ShouldBe(3);
    }

    [Fact]
    public async Task A_lost_reply_is_an_unknown_outcome_and_the_key_finds_the_registration_again()
    {
        var tenant = bff.NewTenant();
        bff.V6.Fail(new FaultRule { OperationId = "createEventRegistration", Tenant = tenant, Kind = FaultKind.ResetAfterCommit, Times = 1 });

        var lost = await bff.Storefront(tenant).QueryAsync(Register, Input(idempotencyKey: "lost"));
        var found = Done(await bff.Storefront(tenant).QueryAsync(Register, Input(idempotencyKey: "lost")), "createEventRegistration", "registration");

        lost.GetProperty("createEventRegistration").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("UnknownOutcomeError");
        found.GetProperty("id").GetString().ShouldNotBeNullOrEmpty();
        bff.V6.Commits("createEventRegistration", tenant).ShouldBe(1);
        bff.V6.Calls("createEventRegistration", tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_member_registers_by_name_and_no_stranger_opens_that_door()
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.Member(tenant);

        var reply = await bff.Storefront(tenant).SendAsync(Register, Input(), member.Header());
        var registration = Done(reply.Data, "createEventRegistration", "registration");
        const string Access = "query($id: ID!) { eventAccess(registrationId: $id) { canAccess } }";
        var variables = new { id = registration.GetProperty("id").GetString() };
        var own = await bff.Storefront(tenant).SendAsync(Access, variables, member.Header());
        var other = await bff.Storefront(tenant).SendAsync(Access, variables, bff.V6.Member(tenant, 2).Header());
        var nobody = await bff.Storefront(tenant).SendAsync(Access, variables);

        registration.GetProperty("guestRegistrationToken").ValueKind.ShouldBe(JsonValueKind.Null);
        own.Data.GetProperty("eventAccess").GetProperty("canAccess").GetBoolean().ShouldBeFalse();
        (other.Codes.Single(), nobody.Codes.Single()).ShouldBe(("FORBIDDEN", "UNAUTHENTICATED"));
    }

    [Fact]
    public async Task An_unknown_event_or_registration_is_a_typed_error_and_an_unknown_access_is_null()
    {
        var shop = bff.Storefront(bff.NewTenant());

        var register = await shop.QueryAsync(Register, Input(eventId: "no-such-event"));
        var pay = await shop.QueryAsync(Pay, new { input = new { id = "reg-none" } });
        var access = await shop.QueryAsync("{ eventAccess(registrationId: \"reg-none\") { canAccess } }");

        register.GetProperty("createEventRegistration").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotFoundError");
        pay.GetProperty("createEventPaymentIntent").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotFoundError");
        access.GetProperty("eventAccess").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("eventId", "")]
    [InlineData("eventId", "a/../b")]
    [InlineData("eventId", "a b")]
    [InlineData("eventId", "x\u0000y")]
    [InlineData("name", "")]
    [InlineData("name", "  ")]
    [InlineData("name", "a\r\nBcc: b")]
    [InlineData("name", "long:201")]
    [InlineData("quantity", 0)]
    [InlineData("quantity", -1)]
    [InlineData("quantity", 1001)]
    [InlineData("idempotencyKey", "")]
    [InlineData("idempotencyKey", "two words")]
    public async Task A_field_that_cannot_be_used_is_named_and_v6_is_not_asked(string field, object value)
    {
        var tenant = bff.NewTenant();
        var input = Valid();
        input[field] = value is "long:201" ? new string('n', 201) : value;

        var data = await bff.Storefront(tenant).QueryAsync(Register, new { input });

        var error = data.GetProperty("createEventRegistration").GetProperty("errors")[0];
        error.GetProperty("__typename").GetString().ShouldBe("ValidationError");
        error.GetProperty("field").GetString().ShouldBe(field);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("eventId", null)]
    [InlineData("name", 7)]
    [InlineData("email", "not an address")]
    [InlineData("email", "a@b")]
    [InlineData("phone", "12345")]
    [InlineData("phone", "+85291234567; DROP")]
    [InlineData("quantity", "two")]
    [InlineData("quantity", 1.5)]
    [InlineData("customerId", "someone-else")]
    public async Task A_field_of_the_wrong_type_never_reaches_v6(string field, object? value)
    {
        var tenant = bff.NewTenant();
        var input = Valid();
        input[field] = value;

        var reply = await bff.Storefront(tenant).SendAsync(Register, new { input });

        reply.Codes.ShouldHaveSingleItem().ShouldBe("BAD_USER_INPUT");
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("id", "a/b")]
    [InlineData("paymentMethodId", "../x")]
    [InlineData("guestRegistrationToken", "line\nbreak")]
    public async Task A_payment_field_that_cannot_be_used_is_named_and_v6_is_not_asked(string field, string value)
    {
        var tenant = bff.NewTenant();
        var input = new Dictionary<string, object?> { ["id"] = "reg-1", [field] = value };

        var data = await bff.Storefront(tenant).QueryAsync(Pay, new { input });

        data.GetProperty("createEventPaymentIntent").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public void Neither_secrets_nor_names_reach_the_text_of_what_travels()
    {
        var token = CustomerToken.Parse("guest.secret");
        var made = new EventRegistration("reg-secret", "e", "E", "pending", null, null, true, token);
        var asked = new EventAccessQuery(Caller.Anonymous(TenantId.Parse("t")), EntityId.Parse("reg-secret"), token);
        var intent = new EventPaymentIntent("cs-secret", "pi-secret", null, null, "https://pay.example/secret");

        $"{made} {asked} {intent}".ShouldNotContain("secret");
    }

    private static Dictionary<string, object?> Valid() => new() { ["eventId"] = "braiding-workshop", ["name"] = "Ada Lovelace" };

    private static object Input(string eventId = "braiding-workshop", string name = "Ada Lovelace", int quantity = 1, string? idempotencyKey = null) =>
        new { input = new { eventId, name, email = "ada@example.com", phone = "+85291234567", quantity, idempotencyKey } };

    private static JsonElement Done(JsonElement data, string mutation, string result)
    {
        data.GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0, data.GetRawText());
        return data.GetProperty(mutation).GetProperty(result);
    }

    private static (int One, int Listed) Left(JsonElement data) => (
        Seats(data.GetProperty("event")),
        Seats(data.GetProperty("events").GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("slug").GetString() == "braiding-workshop")));

    private static int Seats(JsonElement source) => source.GetProperty("dates").EnumerateArray().Sum(date => date.GetProperty("remainingQuota").GetInt32());
}
