using Bff.Sandbox.Membership;
using Bff.Sandbox.Surveys;
using Bff.Tests.Auth;
using Bff.Tests.Bookings;
using Bff.Tests.Fixture;

namespace Bff.Tests.Mutations;

/// <summary>The same key and input again through another gateway: the same payload, byte for byte, and v6 is not asked.</summary>
public sealed class ReplayTests(TwinBff shared) : IClassFixture<TwinBff>
{
    private readonly BffFixture bff = shared.Bff;

    [Theory]
    [InlineData("submitSurveyResponse", "response { responseId duplicate }")]
    [InlineData("submitSurveyInvitationResponse", "response { responseId duplicate }")]
    [InlineData("submitContact", "enquiry { conversationId messageId }")]
    [InlineData("claimGift", "redemption { id couponCode }")]
    [InlineData("cancelBooking", "booking { id status }")]
    [InlineData("rescheduleBooking", "booking { id startsAt }")]
    [InlineData("createEventPaymentIntent", "paymentIntent { clientSecret paymentIntentId }")]
    public async Task A_mutation_asked_twice_by_one_key_is_done_once(string mutation, string result)
    {
        var device = Device.WithToken(bff, bff.NewTenant());
        var document = $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {result} errors {{ __typename }} }} }}";
        var input = new Dictionary<string, object?>(await InputAsync(device, mutation)) { ["idempotencyKey"] = "key" };
        var operation = mutation == "submitSurveyInvitationResponse" ? "submitSurveyResponseByToken" : mutation;

        var first = await device.SendAsync(document, new { input });
        var second = await device.SendAsync(document, new { input }, gateway: 1);

        first.Data.GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0, first.Text);
        second.Data.GetProperty(mutation).GetRawText().ShouldBe(first.Data.GetProperty(mutation).GetRawText());
        bff.V6.Calls(operation, device.Tenant).ShouldBe(1);
    }

    private async Task<Dictionary<string, object?>> InputAsync(Device device, string mutation)
    {
        var tenant = bff.V6.World.Tenants.Find(device.Tenant)!;
        var surveys = tenant.Part(SurveyBook.Create);
        switch (mutation)
        {
            case "submitSurveyResponse":
                return new() { ["id"] = surveys.FindBySlug("visit-feedback")!.Id, ["answers"] = new { rating = 5, recommend = 9 } };
            case "submitSurveyInvitationResponse":
                return new() { ["token"] = surveys.Invitations.First(one => one is { Response: null, ExpiresAt: null, Survey.Seed.Slug: "colour-follow-up" }).Token, ["answers"] = new { fade = "no" } };
            case "submitContact":
                return new() { ["name"] = "Ada", ["message"] = "Hello" };
            case "claimGift":
                return new() { ["claimToken"] = tenant.Data.Part(MembershipSeeds.Load).Claims[0].Token };
            case "createEventPaymentIntent":
                return await RegistrationAsync(device);
            default:
                var slots = await new Guest(bff, device.Tenant).FindSlotsAsync(capacity: 1);
                var id = (await device.BookAsync(slots[0])).BookingId();
                return mutation == "cancelBooking"
                    ? new() { ["id"] = id }
                    : new() { ["id"] = id, ["occurrenceStart"] = slots[3].StartsAt, ["occurrenceEnd"] = slots[3].EndsAt };
        }
    }

    private static async Task<Dictionary<string, object?>> RegistrationAsync(Device device)
    {
        var reply = await device.SendAsync("""
            mutation { createEventRegistration(input: { eventId: "braiding-workshop", name: "Ada", email: "ada@example.com" }) { registration { id guestRegistrationToken } errors { __typename } } }
            """);
        var registration = reply.Data.GetProperty("createEventRegistration").GetProperty("registration");
        return new() { ["id"] = registration.GetProperty("id").GetString(), ["guestRegistrationToken"] = registration.GetProperty("guestRegistrationToken").GetString() };
    }
}
