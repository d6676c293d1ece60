using Bff.Contracts.Answers;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Tests.Upstream;

/// <summary>A mutation leaves this process once at most, and its outcome is never guessed.</summary>
public sealed class MutationTests
{
    private const string Created =
        """{"success":true,"data":{"id":"b-1","serviceId":"svc-1","status":"pending","bookingDate":"2026-11-24","startTime":"10:00","endTime":"11:00","totalPrice":"120.00"}}""";

    [Fact]
    public async Task A_mutation_that_succeeds_is_done_and_was_sent_in_the_contract_s_form()
    {
        await using var server = RawServer.Start(_ => RawReply.Json(Created, 201));
        await using var host = new UpstreamHost(server.Address);

        var sent = await BookAsync(host);

        sent.ShouldBeOfType<Sent<V6Booking>.Done>().Value!.Id.ShouldBe("b-1");
        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /v6/customer-portal/bookings/guest HTTP/1.1");
        request.Body.ShouldBe(
            """{"serviceId":"svc-1","occurrenceStart":"2026-11-24T10:00:00+08:00","occurrenceEnd":"2026-11-24T11:00:00+08:00","customerName":"Ann Guest","customerPhone":"\u002B85291234567","customerEmail":"ann@example.org"}""");
        request.Headers.ShouldNotContainKey("authorization");
    }

    [Fact]
    public async Task V44_a_success_without_a_body_is_done_without_data()
    {
        await using var server = RawServer.Start(_ => RawReply.Text("HTTP/1.1 204 No Content\r\n\r\n", RawEnding.KeepAlive));
        await using var host = new UpstreamHost(server.Address);

        var sent = await BookAsync(host);

        sent.ShouldBeOfType<Sent<V6Booking>.Done>().Value.ShouldBeNull();
    }

    [Theory]
    [InlineData(RawEnding.Close)]
    [InlineData(RawEnding.Reset)]
    public async Task A_connection_that_ends_after_the_request_leaves_the_outcome_unknown_and_nothing_is_sent_again(RawEnding ending)
    {
        await using var server = RawServer.Start(_ => new RawReply([], ending));
        await using var host = new UpstreamHost(server.Address);

        var sent = await BookAsync(host);

        sent.ShouldBe(new Sent<V6Booking>.Unknown(new Failure(ErrorCodes.UpstreamUnavailable)));
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(RawEnding.Close, true)]
    [InlineData(RawEnding.Close, false)]
    [InlineData(RawEnding.Reset, true)]
    [InlineData(RawEnding.Reset, false)]
    public async Task A_stale_pooled_connection_does_not_make_the_socket_handler_send_a_mutation_again(RawEnding ending, bool withBody)
    {
        // Arrange: a first mutation leaves its connection in the pool; the second one meets its end there.
        await using var server = RawServer.Start(request =>
            request.Body.Contains("first", StringComparison.Ordinal) ? RawReply.Json(Created, 201) : new RawReply([], ending));
        await using var host = new UpstreamHost(server.Address);
        await SendAsync(host, RequestBody.Json(UpstreamHost.Booking with { CustomerName = "first" }, V6RequestJson.Default.V6GuestBookingRequest));

        // Act
        var sent = await SendAsync(
            host, withBody ? RequestBody.Json(UpstreamHost.Booking, V6RequestJson.Default.V6GuestBookingRequest) : null);

        // Assert: it went over the pooled connection, and over no other.
        sent.ShouldBeOfType<Sent<V6Booking>.Unknown>();
        server.Requests.Select(request => request.Connection).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task The_same_end_of_a_pooled_connection_makes_a_read_go_over_a_new_one()
    {
        await using var server = RawServer.Start(request => (request.Connection, request.Line[..4]) switch
        {
            (1, _) when request.Target.EndsWith("warm", StringComparison.Ordinal) => RawReply.Json("{}", 404),
            (1, _) => RawReply.Close,
            _ => RawReply.Json("""{"success":true,"data":{"id":"svc-1","price":"1"}}"""),
        });
        await using var host = new UpstreamHost(server.Address, options => options.ReadRetries = 0);
        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, Contracts.Keys.EntityId.Parse("warm"));

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        // Shows that the handler does repeat requests without a body, so that the test above proves something.
        result.IsFound.ShouldBeTrue();
        server.Requests.Select(request => request.Connection).ShouldBe([1, 1, 2]);
    }

    [Fact]
    public async Task A_mutation_that_is_taken_for_a_read_is_sent_once_all_the_same()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("", 503));
        await using var host = new UpstreamHost(server.Address);
        var call = V6Operations.CreateGuestBooking.Of(UpstreamHost.Tenant);

        await host.Get<UpstreamClient>().ReadAsync(call, V6Booking.Read, CancellationToken.None);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_connection_means_that_nothing_was_sent()
    {
        await using var host = new UpstreamHost(new Uri("http://127.0.0.1:1"));

        var sent = await BookAsync(host);

        sent.ShouldBe(new Sent<V6Booking>.NotSent(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true)));
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_means_that_nothing_was_sent()
    {
        await using var host = new UpstreamHost(new Uri("http://no-such-host.invalid"));

        var sent = await BookAsync(host);

        sent.ShouldBeOfType<Sent<V6Booking>.NotSent>().Failure.Code.ShouldBe(ErrorCodes.UpstreamUnavailable);
    }

    [Fact]
    public async Task A_connection_that_is_never_established_means_that_nothing_was_sent()
    {
        // TLS to a server that never answers the greeting.
        await using var server = RawServer.Start((_, stop) => ReadTests.HangAsync(new(), stop));
        await using var host = new UpstreamHost(
            new UriBuilder(server.Address) { Scheme = "https" }.Uri, options => options.ConnectTimeout = TimeSpan.FromMilliseconds(100));

        var sent = await BookAsync(host);

        sent.ShouldBeOfType<Sent<V6Booking>.NotSent>();
    }

    [Fact]
    public async Task A_mutation_that_takes_longer_than_its_budget_has_an_unknown_outcome()
    {
        await using var server = RawServer.Start((_, stop) => ReadTests.HangAsync(new(), stop));
        await using var host = new UpstreamHost(server.Address, options => options.WriteBudget = TimeSpan.FromMilliseconds(200));

        var sent = await BookAsync(host);

        sent.ShouldBe(new Sent<V6Booking>.Unknown(new Failure(ErrorCodes.UpstreamTimeout)));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_gives_up_before_the_first_byte_knows_that_nothing_was_sent()
    {
        await using var server = RawServer.Start(_ => RawReply.Json(Created, 201));
        await using var host = new UpstreamHost(server.Address);

        var sent = await host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking, new CancellationToken(canceled: true));

        sent.ShouldBeOfType<Sent<V6Booking>.NotSent>();
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_that_gives_up_after_the_request_has_gone_out_knows_nothing()
    {
        var arrived = new TaskCompletionSource();
        await using var server = RawServer.Start((_, stop) => ReadTests.HangAsync(arrived, stop));
        await using var host = new UpstreamHost(server.Address);
        using var caller = new CancellationTokenSource();

        var booking = host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking, caller.Token);
        await arrived.Task;
        await caller.CancelAsync();

        (await booking).ShouldBeOfType<Sent<V6Booking>.Unknown>();
    }

    [Theory]
    [InlineData(400, "VALIDATION_ERROR", nameof(V6Code.ValidationError), ErrorCodes.Refused)]
    [InlineData(400, "TENANT_REQUIRED", nameof(V6Code.TenantRequired), ErrorCodes.TenantUnknown)]
    [InlineData(401, "UNAUTHORIZED", nameof(V6Code.Unauthorized), ErrorCodes.Unauthenticated)]
    [InlineData(403, "FORBIDDEN", nameof(V6Code.Forbidden), ErrorCodes.Forbidden)]
    [InlineData(404, "SERVICE_NOT_FOUND", nameof(V6Code.NotFound), ErrorCodes.NotFound)]
    [InlineData(409, "SLOT_NOT_AVAILABLE", nameof(V6Code.SlotNotAvailable), ErrorCodes.Conflict)]
    [InlineData(409, "BOOKING_RACE_CONFLICT", nameof(V6Code.BookingRaceConflict), ErrorCodes.Conflict)]
    [InlineData(422, "past_cutoff", nameof(V6Code.CancellationPastCutoff), ErrorCodes.Refused)]
    [InlineData(422, "brand_new", nameof(V6Code.Other), ErrorCodes.Refused)]
    [InlineData(500, "SLOT_NOT_AVAILABLE", nameof(V6Code.SlotNotAvailable), ErrorCodes.UpstreamUnavailable)]
    [InlineData(200, "SLOT_NOT_AVAILABLE", nameof(V6Code.SlotNotAvailable), ErrorCodes.Refused)]
    public async Task A_refusal_is_typed(int status, string code, string known, string ours)
    {
        await using var server = RawServer.Start(_ => RawReply.Json(ReadTests.Error(code), status));
        await using var host = new UpstreamHost(server.Address);

        var refusal = (await BookAsync(host)).ShouldBeOfType<Sent<V6Booking>.Refused>().Refusal;

        (refusal.Status, refusal.Code.ToString(), refusal.Failure.Code).ShouldBe((status, known, ours));
    }

    [Fact]
    public async Task Too_many_calls_are_a_refusal_that_says_when_to_come_back()
    {
        await using var server = RawServer.Start(_ => RawReply.Json(ReadTests.Error("RATE_LIMITED"), 429, "Retry-After: 7"));
        await using var host = new UpstreamHost(server.Address);

        var refusal = (await BookAsync(host)).ShouldBeOfType<Sent<V6Booking>.Refused>().Refusal;

        refusal.Failure.ShouldBe(new Failure(ErrorCodes.RateLimited, Retryable: true, TimeSpan.FromSeconds(7)));
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500, """{"success":false,"error":{"code":"INTERNAL_ERROR"}}""")]
    [InlineData(500, "")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(503, """{"success":false,"error":{"code":"brand_new"}}""")]
    [InlineData(408, "")]
    [InlineData(303, "")]
    [InlineData(201, "<html>Welcome to the hotel network</html>")]
    [InlineData(201, """{"success":true,"data":{"id":""}}""")]
    [InlineData(200, """{"success":false}""")]
    public async Task An_answer_that_proves_nothing_leaves_the_outcome_unknown(int status, string body)
    {
        await using var server = RawServer.Start(_ => RawReply.Json(body, status));
        await using var host = new UpstreamHost(server.Address);

        var sent = await BookAsync(host);

        sent.ShouldBeOfType<Sent<V6Booking>.Unknown>().Cause.Retryable.ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
    }

    private static Task<Sent<V6Booking>> BookAsync(UpstreamHost host) =>
        host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking);

    private static Task<Sent<V6Booking>> SendAsync(UpstreamHost host, RequestBody? body) => host.Get<UpstreamClient>().SendAsync(
        V6Operations.CreateGuestBooking.Of(UpstreamHost.Tenant) with { Body = body }, V6Booking.Read, CancellationToken.None);
}
