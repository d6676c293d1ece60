using System.Text.RegularExpressions;
using Bff.Contracts.Answers;
using Bff.Grains.Bookings;
using Bff.Grains.Mutations;
using Bff.Grains.Tenancy;
using Bff.Tests.House;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Tests.Graph;

/// <summary>Every reason that v6 is known to give has a member of its own in the payload of each mutation that can meet it.</summary>
public sealed partial class TypedErrorTests
{
    private static readonly CompanyClock Clock = CompanyClock.Create("Asia/Hong_Kong");
    private static readonly string[] BookingMutations = ["createGuestBooking", "cancelBooking", "rescheduleBooking"];

    // The status is the one of the notes. SlotTakenError and OtpInvalidError are made where the alternatives are known, and the sign-in.
    private static readonly Dictionary<V6Code, (int Status, string Error)> Members = new()
    {
        [V6Code.BookingCooldownActive] = (409, "CooldownError"),
        [V6Code.BookingOnHand] = (409, "OnHandError"),
        [V6Code.BookingRaceConflict] = (409, "SlotTakenError"),
        [V6Code.SlotNotAvailable] = (409, "SlotTakenError"),
        [V6Code.NotFound] = (404, "NotFoundError"),
        [V6Code.PromotionExpired] = (422, "PromotionExpiredError"),
        [V6Code.ValidationError] = (400, "ValidationError"),
        [V6Code.TenantRequired] = (400, "TenantUnknownError"),
        [V6Code.Unauthorized] = (401, "NotAllowedError"),
        [V6Code.Forbidden] = (403, "NotAllowedError"),
        [V6Code.OtpInvalid] = (400, "OtpInvalidError"),
        [V6Code.Conflict] = (409, "ConflictError"),
        [V6Code.RateLimited] = (429, "RateLimitedError"),
        [V6Code.InternalError] = (500, "UnknownOutcomeError"),
        [V6Code.CancellationDisabled] = (422, "NotAllowedError"),
        [V6Code.CancellationPastCutoff] = (422, "CutoffError"),
    };

    private static readonly Dictionary<string, string[]> OnlySome = new()
    {
        ["SlotTakenError"] = ["createGuestBooking", "rescheduleBooking"],
        ["OtpInvalidError"] = ["verifyOtp"],
        ["CooldownError"] = BookingMutations,
        ["OnHandError"] = BookingMutations,
        ["CutoffError"] = BookingMutations,
    };

    public static TheoryData<string> Codes => [.. Enum.GetValues<V6Code>().Where(code => code is not V6Code.Other).Select(code => code.ToString())];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_known_reason_has_a_member_in_every_payload_that_can_meet_it(string name)
    {
        var code = Enum.Parse<V6Code>(name);
        Members.ShouldContainKey(code);
        var error = Members[code].Error;

        foreach (var mutation in OnlySome.GetValueOrDefault(error) ?? [.. Unions.Keys])
        {
            Unions[mutation].ShouldContain(error, $"{name} in {mutation}");
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_made_of_a_reason_is_its_member_and_no_payload_is_without_what_can_be_made(string name)
    {
        var code = Enum.Parse<V6Code>(name);
        var refusal = RefusalOf(Members[code].Status, code);
        var (anywhere, booking) = (ErrorOf(refusal, refusal.ToError), ErrorOf(refusal, () => refusal.ToBookingError(Clock)));

        // A reason in the wrong place, such as a wrong code in a booking, goes by its status.
        if (!OnlySome.TryGetValue(Members[code].Error, out var some))
        {
            anywhere.ShouldBe(Members[code].Error);
            booking.ShouldBe(Members[code].Error);
        }
        else if (some == BookingMutations)
        {
            booking.ShouldBe(Members[code].Error);
        }

        Unions.Where(union => !union.Value.Contains(BookingMutations.Contains(union.Key) ? booking : anywhere)).Select(union => union.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "REFUSED", false)]
    [InlineData(418, "REFUSED", false)]
    [InlineData(422, "REFUSED", false)]
    public void A_reason_that_nobody_knows_is_one_general_member_that_says_nothing_of_it(int status, string masked, bool retryable)
    {
        V6Errors.Known("MERCHANT_RULE_7B").ShouldBe(V6Code.Other);

        var error = RefusalOf(status, V6Code.Other).ToError().ShouldBeOfType<RefusedError>();

        (error.Code, error.Retryable).ShouldBe((masked, retryable));
        Unions.Values.ShouldAllBe(members => members.Contains(nameof(RefusedError)));
    }

    private static Dictionary<string, string[]> Unions { get; } = UnionLine()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "schema.graphql")))
        .ToDictionary(match => char.ToLowerInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..], match => match.Groups[2].Value.Split(" | "));

    private static Refusal RefusalOf(int status, V6Code code) =>
        new(status, code, Verdicts.FailureOf(V6Operations.CreateOrder, status, code, retryAfter: null), RefusalDetails.None);

    private static string ErrorOf(Refusal refusal, Func<MutationError> error) =>
        Verdicts.ProvesRefusal(refusal.Status, refusal.Code) ? error().GetType().Name : nameof(UnknownOutcomeError);

    [GeneratedRegex(@"^union (\w+)Error = (.+)$", RegexOptions.Multiline)]
    private static partial Regex UnionLine();
}
