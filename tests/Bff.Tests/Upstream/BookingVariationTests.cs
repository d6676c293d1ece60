using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using static Bff.Tests.Upstream.StubUpstream;
using static Bff.Tests.Upstream.UpstreamHost;

namespace Bff.Tests.Upstream;

/// <summary>The rows of the notes' §2 on envelopes, lists and bookings, each by its number.</summary>
public sealed class BookingVariationTests
{
    private const string Service = """{"id":"svc-1","name":"Cut","price":"120.00"}""";

    [Theory]
    [InlineData("""{"success":true,"data":{0}}""")]
    [InlineData("""{"success":true,"data":{0},"meta":{"requestId":"r","timestamp":"2026-11-24T00:00:00Z"}}""")]
    [InlineData("""{"data":{0}}""")]
    [InlineData("""{"data":{0},"meta":{}}""")]
    [InlineData("""{"success":true,"data":{0},"message":"ok","new":1}""")]
    [InlineData("{0}")]
    public async Task V1_The_envelope_may_be_full_partial_or_missing(string envelope)
    {
        var result = await AskAsync(envelope.Replace("{0}", Service, StringComparison.Ordinal), GetServiceAsync);

        result.Value!.Name.ShouldBe("Cut");
    }

    [Fact]
    public async Task V1_A_thing_with_a_data_member_of_its_own_is_not_unwrapped()
    {
        var result = await AskAsync("""{"id":"svc-1","price":"1","name":"Cut","data":{"id":"other","price":"2"}}""", GetServiceAsync);

        result.Value!.Id.ShouldBe("svc-1");
    }

    [Theory]
    [InlineData("""{"success":true,"data":[{0}]}""")]
    [InlineData("""{"success":true,"data":{"items":[{0}]}}""")]
    [InlineData("""{"items":[{0}]}""")]
    [InlineData("[{0}]")]
    public async Task V2_A_bare_array_is_a_list(string form)
    {
        var result = await AskAsync(form.Replace("{0}", Service, StringComparison.Ordinal), host => ListServicesAsync(host, 100));

        result.Value!.Items.ShouldHaveSingleItem().Id.ShouldBe("svc-1");
        (result.Value.HasNext, result.Value.Total).ShouldBe((false, null));
    }

    [Fact]
    public async Task V2_Without_pagination_a_next_page_is_assumed_only_after_a_full_one()
    {
        (await AskDataAsync($"[{Service},{Service}]", host => ListServicesAsync(host, 2))).Value!.HasNext.ShouldBeTrue();
        (await AskDataAsync($"[{Service}]", host => ListServicesAsync(host, 2))).Value!.HasNext.ShouldBeFalse();
    }

    [Fact]
    public async Task V2_Pagination_has_the_last_word()
    {
        var result = await AskDataAsync(
            $$$"""{"items":[{{{Service}}}],"pagination":{"page":1,"limit":1,"total":"7","totalPages":7,"hasNext":false}}""",
            host => ListServicesAsync(host, 1));

        (result.Value!.HasNext, result.Value.Total).ShouldBe((false, 7));
    }

    [Fact]
    public async Task V2_A_row_that_cannot_be_used_is_left_out()
    {
        var result = await AskDataAsync($$"""[{{Service}},null,7,"x",[],{},{"id":"svc-2"}]""", host => ListServicesAsync(host, 100));

        result.Value!.Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"items":[{0}],"bookingConfig":{"advanceBookingDays":30}}""", 30)]
    [InlineData("""{"slots":[{0}],"bookingConfig":{"advanceBookingDays":"30"}}""", 30)]
    [InlineData("""{"slots":[{0}]}""", null)]
    [InlineData("[{0}]", null)]
    public async Task V3_Slots_come_in_three_forms(string form, int? days)
    {
        var slot = """{"startTime":"10:00","endTime":"11:00","available":true,"remainingCapacity":2}""";

        var result = await AskDataAsync(form.Replace("{0}", slot, StringComparison.Ordinal), ListSlotsAsync);

        result.Value!.Slots.ShouldHaveSingleItem().RemainingCapacity.ShouldBe(2);
        result.Value.Config?.AdvanceBookingDays.ShouldBe(days);
    }

    [Fact]
    public async Task A_limit_that_the_contract_does_not_name_is_read_where_it_is_sent()
    {
        var result = await AskDataAsync("""{"items":[],"bookingConfig":{"minimumAdvanceBookingMinutes":"90"}}""", ListSlotsAsync);

        result.Value!.Config!.MinimumAdvanceBookingMinutes.ShouldBe(90);
    }

    [Theory]
    [InlineData("""{"available":true,"remainingCapacity":3}""", true, 3)]
    [InlineData("""{"status":"available","availableCapacity":3}""", true, 3)]
    [InlineData("""{"status":"AVAILABLE"}""", true, 0)]
    [InlineData("""{"status":"full","availableCapacity":0}""", false, 0)]
    [InlineData("""{}""", false, 0)]
    public async Task V4_The_state_of_a_slot_has_two_names(string state, bool available, int capacity)
    {
        var slot = state.Replace("{", """{"startTime":"10:00","endTime":"11:00",""", StringComparison.Ordinal)
            .Replace(",}", "}", StringComparison.Ordinal);

        var result = await AskDataAsync($"[{slot}]", ListSlotsAsync);

        var read = result.Value!.Slots.ShouldHaveSingleItem();
        (read.Available, read.RemainingCapacity).ShouldBe((available, capacity));
    }

    [Theory]
    [InlineData("09:30", "09:30:00", null)]
    [InlineData("09:30:15", "09:30:15", null)]
    [InlineData("2026-10-25T02:30:00", "02:30:00", null)]
    [InlineData("24:00", "00:00:00", null)]
    [InlineData("2026-10-25T01:30:00Z", null, "2026-10-25T01:30:00+00:00")]
    [InlineData("2026-10-25T09:30:00.000+08:00", null, "2026-10-25T09:30:00+08:00")]
    public async Task V5_A_time_is_a_clock_time_or_an_instant_and_is_never_shifted(string text, string? clock, string? instant)
    {
        var result = await AskDataAsync($$"""[{"startTime":"{{text}}","endTime":"{{text}}"}]""", ListSlotsAsync);

        var start = result.Value!.Slots.ShouldHaveSingleItem().Start;
        start.Clock.ShouldBe(clock is null ? null : TimeOnly.Parse(clock, null));
        start.Instant.ShouldBe(instant is null ? null : DateTimeOffset.Parse(instant, null));
    }

    [Theory]
    [InlineData("25:00")]
    [InlineData("noon")]
    [InlineData("")]
    [InlineData("2026-13-41T99:99:99Z")]
    public async Task V5_A_time_that_is_none_makes_its_slot_unusable(string text)
    {
        var result = await AskDataAsync($$"""[{"startTime":"{{text}}","endTime":"10:00"}]""", ListSlotsAsync);

        result.Value!.Slots.ShouldBeEmpty();
    }

    [Fact]
    public async Task V8_Booking_times_are_clock_times_and_line_times_are_instants()
    {
        var detail = await BookingAsync(
            """{"occurrenceStart":"2026-11-24T02:00:00Z","occurrenceEnd":"2026-11-24T03:00:00Z","price":"1","name":"Cut"}""");

        (detail.Booking.Day, detail.Booking.Start.Clock).ShouldBe((new DateOnly(2026, 11, 24), new TimeOnly(10, 0)));
        detail.Lines.ShouldHaveSingleItem().Start!.Value.Instant.ShouldBe(DateTimeOffset.Parse("2026-11-24T02:00:00Z", null));
    }

    [Theory]
    [InlineData("\"19.90\"", "19.90")]
    [InlineData("19.9", "19.9")]
    [InlineData("1.99e1", "19.9")]
    [InlineData("\"79228162514264337593543950335\"", "79228162514264337593543950335")]
    [InlineData("0.1", "0.1")]
    public async Task V9_Money_is_exact_whether_text_or_number(string json, string amount)
    {
        var result = await AskDataAsync($$"""{"id":"svc-1","price":{{json}}}""", GetServiceAsync);

        result.Value!.Price.ShouldBe(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"12,50\"")]
    [InlineData("\"$5\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task V9_A_price_that_is_no_number_is_never_taken_for_free(string json)
    {
        var result = await AskDataAsync($$"""{"id":"svc-1","price":{{json}}}""", GetServiceAsync);

        result.Failure!.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
    }

    [Theory]
    [InlineData("""{"id":"l","name":"Cut","price":"120.00"}""")]
    [InlineData("""{"description":"Cut","quantity":1,"unitPrice":120.00,"total":120.00}""")]
    public async Task V10_A_booking_line_has_two_forms(string line)
    {
        var read = (await BookingAsync(line)).Lines.ShouldHaveSingleItem();

        (read.Name, read.Price).ShouldBe(("Cut", 120.00m));
    }

    [Theory]
    [InlineData("""{"memberId":"st-1","memberName":"Bo"}""")]
    [InlineData("""{"id":"st-1","name":"Bo","avatar":"x"}""")]
    public async Task V16_Staff_has_two_forms(string staff)
    {
        var result = await AskDataAsync($"[{staff}]", host => host.Bookings.ListStaffAsync(Tenant, UpstreamHost.Service));

        result.Value!.Items.ShouldHaveSingleItem().ShouldBe(new V6Staff("st-1", "Bo"));
    }

    private static Task<Fetched<V6Service>> GetServiceAsync(UpstreamHost host) => host.Bookings.GetServiceAsync(Tenant, UpstreamHost.Service);

    private static Task<Fetched<V6Page<V6Service>>> ListServicesAsync(UpstreamHost host, int size) =>
        host.Bookings.ListServicesAsync(Tenant, new V6PageQuery(1, size));

    private static Task<Fetched<V6SlotList>> ListSlotsAsync(UpstreamHost host) =>
        host.Bookings.ListSlotsAsync(Tenant, new V6SlotQuery(UpstreamHost.Service, new DateOnly(2026, 11, 24)));

    private static async Task<V6BookingDetail> BookingAsync(string line)
    {
        var result = await AskDataAsync(
            $$"""{"id":"b","serviceId":"s","bookingDate":"2026-11-24","startTime":"10:00","endTime":"11:00","totalPrice":120.00,"lineItems":[{{line}}]}""",
            host => host.Bookings.GetBookingAsync(Tenant, Token, EntityId.Parse("b")));
        return result.Value!;
    }
}
