using Bff.Contracts.Answers;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using static Bff.Tests.Upstream.StubUpstream;
using static Bff.Tests.Upstream.UpstreamHost;

namespace Bff.Tests.Upstream;

/// <summary>What is understood of a failed call's body (notes V43 and §3), and that its words stay behind.</summary>
public sealed class ErrorFormTests
{
    [Theory]
    [InlineData("""{"success":false,"error":{"code":"SLOT_NOT_AVAILABLE","message":"m"}}""", nameof(V6Code.SlotNotAvailable))]
    [InlineData("""{"error":{"code":"SLOT_NOT_AVAILABLE"}}""", nameof(V6Code.SlotNotAvailable))]
    [InlineData("""{"code":"SLOT_NOT_AVAILABLE"}""", nameof(V6Code.SlotNotAvailable))]
    [InlineData("""{"error":"SLOT_NOT_AVAILABLE"}""", nameof(V6Code.SlotNotAvailable))]
    [InlineData("""{"error":"Something went wrong, sorry"}""", nameof(V6Code.Other))]
    [InlineData("""{"message":"text"}""", nameof(V6Code.Other))]
    [InlineData("""{"message":["a","b"]}""", nameof(V6Code.Other))]
    [InlineData("""{"message":{"en":"a"}}""", nameof(V6Code.Other))]
    [InlineData("""{"error":{"code":{"a":1},"details":7}}""", nameof(V6Code.Other))]
    [InlineData("[]", nameof(V6Code.Other))]
    [InlineData("null", nameof(V6Code.Other))]
    [InlineData("", nameof(V6Code.Other))]
    [InlineData("<html>Conflict</html>", nameof(V6Code.Other))]
    public async Task V43_An_error_of_any_form_is_handled_by_its_code_or_else_by_its_status(string body, string code)
    {
        var refusal = await RefusalAsync(body);

        (refusal.Status, refusal.Code.ToString(), refusal.Failure.Code).ShouldBe((409, code, ErrorCodes.Conflict));
    }

    [Fact]
    public async Task The_details_of_a_cooldown_are_typed()
    {
        var details = (await RefusalAsync(ReadTests.Error(
            "BOOKING_COOLDOWN_ACTIVE",
            """{"cooldownEndsAt":"2026-12-01T10:00:00+08:00","cooldownDays":"7","cooldownMessage":"  See you\u0007 soon "}"""))).Details;

        details.CooldownEndsAt.ShouldBe(DateTimeOffset.Parse("2026-12-01T10:00:00+08:00", null));
        (details.CooldownEndsOn, details.CooldownDays, details.CooldownMessage).ShouldBe((null, 7, "See you soon"));
    }

    [Fact]
    public async Task A_cooldown_that_ends_on_a_day_is_not_turned_into_a_moment_here()
    {
        var details = (await RefusalAsync(ReadTests.Error("BOOKING_COOLDOWN_ACTIVE", """{"cooldownEndsAt":"2026-12-01"}"""))).Details;

        (details.CooldownEndsAt, details.CooldownEndsOn).ShouldBe((null, new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public async Task The_merchant_s_message_has_a_length_limit()
    {
        var details = (await RefusalAsync(ReadTests.Error(
            "BOOKING_COOLDOWN_ACTIVE", $$"""{"cooldownMessage":"{{new string('x', 5000)}}"}"""))).Details;

        details.CooldownMessage!.Length.ShouldBe(500);
    }

    [Fact]
    public async Task The_details_of_a_booking_on_hand_are_typed()
    {
        var details = (await RefusalAsync(ReadTests.Error(
            "BOOKING_ON_HAND", """{"existingBookingId":"b-9","existingBookingDate":"2026-12-01","isRace":true}"""))).Details;

        (details.ExistingBookingId, details.ExistingBookingDate, details.IsRace).ShouldBe(("b-9", new DateOnly(2026, 12, 1), true));
    }

    [Theory]
    [InlineData("""{"errors":[{"field":"customerPhone","code":"INVALID_FORMAT","message":"m"},{"field":"has spaces, a sentence"}]}""", "INVALID_FORMAT")]
    [InlineData("""[{"field":"customerPhone","code":"not a code"}]""", null)]
    [InlineData("""{"errors":{"customerPhone":["is invalid"]}}""", null)]
    public async Task Fields_are_named_and_sentences_about_them_dropped(string details, string? code)
    {
        var refusal = await RefusalAsync(ReadTests.Error("VALIDATION_ERROR", details));

        refusal.Details.Fields.ShouldBe([new V6FieldError("customerPhone", code)]);
    }

    [Fact]
    public async Task No_word_of_v6_reaches_a_result_or_the_log()
    {
        await using var server = RawServer.Start(request => request.Line.StartsWith("GET", StringComparison.Ordinal)
            ? RawReply.Text($"HTTP/1.1 {ReadTests.Sentence}\r\n\r\n")
            : RawReply.Json(ReadTests.Error("VALIDATION_ERROR", $$"""{"errors":[{"field":"{{ReadTests.Sentence}} x","message":"{{ReadTests.Sentence}}"}]}"""), 422));
        await using var host = new UpstreamHost(server.Address);

        var sent = await host.Bookings.CreateGuestBookingAsync(Tenant, Booking);
        var read = await host.Bookings.GetServiceAsync(Tenant, Service);

        sent.ShouldBeOfType<Sent<V6Booking>.Refused>();
        read.Failure!.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
        host.Log.Lines.ShouldAllBe(line => !line.Contains(ReadTests.Sentence, StringComparison.OrdinalIgnoreCase));
        $"{sent} {read}".ShouldNotContain(ReadTests.Sentence, Case.Insensitive);
    }

    [Fact]
    public async Task An_unknown_code_is_logged_once()
    {
        await using var server = RawServer.Start(_ => RawReply.Json(ReadTests.Error("BRAND_NEW"), 409));
        await using var host = new UpstreamHost(server.Address);

        for (var i = 0; i < 5; i++)
        {
            await host.Bookings.CreateGuestBookingAsync(Tenant, Booking);
        }

        host.Log.Lines.Count(line => line.Contains("BRAND_NEW", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_a_guest_and_no_token_reaches_the_log()
    {
        await using var server = RawServer.Start(_ => RawReply.Close);
        await using var host = new UpstreamHost(server.Address);

        await host.Bookings.CreateGuestBookingAsync(Tenant, Booking);
        await host.Bookings.ListBookingsAsync(Tenant, Token);

        host.Log.Lines.ShouldAllBe(line => !line.Contains("91234567") && !line.Contains("ann@") && !line.Contains("secret.token"));
        Booking.ToString().ShouldBe("V6GuestBookingRequest");
    }

    private static async Task<Refusal> RefusalAsync(string body)
    {
        var sent = await AskAsync(body, host => host.Bookings.CreateGuestBookingAsync(Tenant, Booking), 409);
        return sent.ShouldBeOfType<Sent<V6Booking>.Refused>().Refusal;
    }
}
