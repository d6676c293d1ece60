using System.Text.Json;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Surveys;
using Bff.Tests.Auth;
using Bff.Tests.Fixture;

namespace Bff.Tests.Operations;

/// <summary>
/// Somebody at a tenant of its own who does each of the 51 operations once or more, as a guest or as a member of the sample data, and
/// remembers the ids that the next one needs.
/// </summary>
internal sealed class Visitor
{
    private const string Errors = "errors { __typename ... on Error { code } }";
    private const string SlotDocument = "mutation($input: CreateGuestBookingInput!) { createGuestBooking(input: $input) { booking { id } " + Errors + " } }";
    private static readonly object Customer = new { firstName = "Tai Man", lastName = "Chan", email = "tai.man@example.com", phone = "+85291234567" };

    private readonly BffFixture bff;
    private readonly Device member;
    private readonly StorefrontClient guest;

    private Visitor(BffFixture bff, string tenant)
    {
        (this.bff, Tenant) = (bff, tenant);
        member = new Device(bff, tenant, "+85291230001");
        guest = bff.Storefront(tenant);
    }

    public string Tenant { get; }

    public string Booking { get; private set; } = "";

    public string Order { get; private set; } = "";

    public string Registration { get; private set; } = "";

    public string Service { get; private set; } = "";

    public string Offer { get; private set; } = "";

    public string Product { get; private set; } = "";

    public SeenSlot Slot { get; private set; } = null!;

    public string Invitation => Book.Invitations.First(invitation => invitation is { Response: null, ExpiresAt: null, Survey.Seed.Slug: "colour-follow-up" }).Token;

    private string ProductId { get; set; } = "";

    private SurveyBook Book => bff.V6.World.Tenants.Find(Tenant)!.Part(SurveyBook.Create);

    /// <summary>Comes in, signs in on one device and looks around.</summary>
    public static async Task<Visitor> ArriveAsync(BffFixture bff)
    {
        var visitor = new Visitor(bff, bff.NewTenant());
        await visitor.SignInAsync();
        visitor.Slot = await new Guest(bff, visitor.Tenant).FindSlotAsync();
        visitor.Service = visitor.Slot.ServiceId;
        var product = await StockedProduct.FindAsync(visitor.guest, atLeast: 4);
        (visitor.ProductId, visitor.Product) = (product.Id, product.Slug);
        var offers = await visitor.MemberAsync("{ giftOffers { id isRedeemable } }");
        visitor.Offer = offers.GetProperty("giftOffers").EnumerateArray().First(offer => offer.GetProperty("isRedeemable").GetBoolean()).GetProperty("id").GetString()!;
        return visitor;
    }

    public Task<JsonElement> SignInAsync() => member.SignInAsync();

    /// <summary>Does what a guest may do as a member too: whoever is signed in everywhere.</summary>
    public bool IsAlwaysSignedIn { get; set; }

    public Task<JsonElement> GuestAsync(string document, object? variables = null) =>
        IsAlwaysSignedIn ? MemberAsync(document, variables) : guest.QueryAsync(document, variables);

    public async Task<JsonElement> MemberAsync(string document, object? variables = null)
    {
        var reply = await member.SendAsync(document, variables);
        reply.Errors.ShouldBeEmpty(reply.Text);
        return reply.Data;
    }

    public async Task BookAsync()
    {
        Slot = await new Guest(bff, Tenant).FindSlotAsync();
        Booking = IdOf(Done(await MemberAsync(SlotDocument, new { input = BookingInput(Slot) }), "createGuestBooking").GetProperty("booking"));
    }

    public Task RequestCodeAsync() => GuestAsync($$"""mutation { requestOtp(input: { phone: "{{member.Phone}}" }) { message } }""");

    public async Task CancelAsync() => Done(
        await MemberAsync("mutation($id: ID!) { cancelBooking(input: { id: $id }) { booking { id } " + Errors + " } }", new { id = Booking }), "cancelBooking");

    public async Task MoveAsync()
    {
        var next = await new Guest(bff, Tenant).FindSlotAsync();
        var input = new { id = Booking, occurrenceStart = next.StartsAt, occurrenceEnd = next.EndsAt };
        Done(await MemberAsync("mutation($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { booking { id } " + Errors + " } }", new { input }), "rescheduleBooking");
    }

    public async Task OrderAsync() => Order = Done(
        await MemberAsync(
            "mutation($input: CreateOrderInput!) { createOrder(input: $input) { order { orderId } " + Errors + " } }",
            new { input = new { items = new[] { new { productId = ProductId, quantity = 1 } }, customer = Customer } }),
        "createOrder").GetProperty("order").GetProperty("orderId").GetString()!;

    public async Task RegisterForEventAsync() => Registration = IdOf(Done(
        await MemberAsync(
            "mutation($input: CreateEventRegistrationInput!) { createEventRegistration(input: $input) { registration { id } " + Errors + " } }",
            new { input = new { eventId = "braiding-workshop", name = "Chan Tai Man", email = "tai.man@example.com", phone = "+85291234567" } }),
        "createEventRegistration").GetProperty("registration"));

    public async Task PayForEventAsync() => Done(
        await MemberAsync("mutation($id: ID!) { createEventPaymentIntent(input: { id: $id }) { paymentIntent { paymentIntentId } " + Errors + " } }", new { id = Registration }),
        "createEventPaymentIntent");

    public async Task RedeemAsync() => Done(
        await MemberAsync("mutation($id: ID!) { redeemGiftOffer(input: { id: $id }) { redemption { id } " + Errors + " } }", new { id = Offer }), "redeemGiftOffer");

    public async Task ClaimAsync() => await MemberAsync(
        "mutation($id: ID!) { claimGift(input: { offerId: $id }) { redemption { id } " + Errors + " } }", new { id = Offer });

    public async Task AnswerSurveyAsync()
    {
        var id = Book.FindBySlug("visit-feedback")!.Id;
        Done(
            await MemberAsync(
                "mutation($input: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $input) { response { responseId } " + Errors + " } }",
                new { input = new { id, answers = new { rating = 5, recommend = 9 } } }),
            "submitSurveyResponse");
    }

    public async Task AnswerInvitationAsync() => Done(
        await GuestAsync(
            "mutation($input: SubmitSurveyInvitationResponseInput!) { submitSurveyInvitationResponse(input: $input) { response { responseId } " + Errors + " } }",
            new { input = new { token = Invitation, answers = new { fade = "no" } } }),
        "submitSurveyInvitationResponse");

    public async Task ContactAsync() => Done(
        await GuestAsync(
            "mutation($input: SubmitContactInput!) { submitContact(input: $input) { enquiry { messageId } " + Errors + " } }",
            new { input = new { name = "Chan", email = "tai.man@example.com", message = "Hello" } }),
        "submitContact");

    public async Task RefreshAsync() => Done(await MemberAsync("mutation { refreshSession { session { id } " + Errors + " } }"), "refreshSession");

    public Task LogOutAsync() => MemberAsync("mutation { logout { loggedOut } }");

    public Task JoinAsync() => GuestAsync($$"""
        mutation { registerMember(input: { name: "New Member", phone: "{{Device.NewPhone()}}", email: "new.member@example.com" }) { customer { id } {{Errors}} } }
        """);

    private object BookingInput(SeenSlot slot) => new
    {
        serviceId = slot.ServiceId,
        occurrenceStart = slot.StartsAt,
        occurrenceEnd = slot.EndsAt,
        customerName = "Chan Tai Man",
        customerPhone = member.Phone,
        customerEmail = bff.V6.World.Tenants.Find(Tenant)!.Part(MemberBook.Create).All.First(row => row.Phone == member.Phone).Email,
    };

    private static string IdOf(JsonElement node) => node.GetProperty("id").GetString()!;

    private static JsonElement Done(JsonElement data, string mutation)
    {
        data.GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0, data.GetRawText());
        return data.GetProperty(mutation);
    }
}
