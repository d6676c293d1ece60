using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Sandbox.Faults;
using Bff.Tests.Sandbox.Bookings;

namespace Bff.Tests.Sandbox.Faults;

public sealed class FaultTests : IClassFixture<SandboxFixture>
{
    private readonly SandboxFixture _sandbox;

    public FaultTests(SandboxFixture sandbox)
    {
        _sandbox = sandbox;
        sandbox.World.Faults.Clear();
    }

    [Theory]
    [InlineData(429, "RATE_LIMITED")]
    [InlineData(500, "INTERNAL_ERROR")]
    [InlineData(502, "INTERNAL_ERROR")]
    [InlineData(503, "INTERNAL_ERROR")]
    public async Task A_status_comes_as_often_as_scripted_and_before_anything_is_done(int status, string code)
    {
        using var load = _sandbox.For($"load-002{status % 100:d2}");
        Script(new FaultRule { OperationId = "createGuestBooking", Kind = FaultKind.Status, Status = status, RetryAfterSeconds = 7, Times = 1 });
        var body = BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60);

        var first = await load.PostAsync("/bookings/guest", body);
        var second = await load.PostAsync("/bookings/guest", body);

        ((int)first.Status, first.ErrorCode, first.RetryAfter).ShouldBe((status, code, TimeSpan.FromSeconds(7)));
        second.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Outcomes_play_in_the_order_of_the_script()
    {
        using var salon = _sandbox.Salon();
        Script(
            new FaultRule { Kind = FaultKind.Status, Status = 503, Times = 2 },
            new FaultRule { Kind = FaultKind.Status, Status = 429, Times = 1 });

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((int)(await salon.GetAsync("/services")).Status);
        }

        statuses.ShouldBe([503, 503, 429, 200]);
    }

    [Fact]
    public async Task A_rule_keeps_to_its_operation_and_tenant()
    {
        using var salon = _sandbox.Salon();
        using var yoga = _sandbox.Yoga();
        Script(new FaultRule { OperationId = "listServices", Tenant = "salon-hk", Kind = FaultKind.Status, Status = 500 });

        ((int)(await salon.GetAsync("/services")).Status).ShouldBe(500);
        ((int)(await salon.GetAsync("/services/svc-001")).Status).ShouldBe(200);
        ((int)(await yoga.GetAsync("/services")).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeCommit, 0)]
    [InlineData(FaultKind.ResetAfterCommit, 1)]
    [InlineData(FaultKind.ResetInBody, 1)]
    internal async Task A_reset_loses_the_reply_before_or_after_the_commit(FaultKind kind, int bookings)
    {
        using var load = _sandbox.For($"load-0030{(int)kind}");
        Script(new FaultRule { OperationId = "createGuestBooking", Kind = kind });

        await Should.ThrowAsync<HttpRequestException>(
            () => load.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60)));

        _sandbox.World.Counters["createGuestBooking", $"load-0030{(int)kind}"].Commits.ShouldBe(bookings);
    }

    [Fact]
    public async Task An_error_after_the_commit_hides_a_success()
    {
        using var load = _sandbox.For("load-00310");
        Script(new FaultRule { OperationId = "createGuestBooking", Kind = FaultKind.Status, Status = 502, AfterCommit = true });

        var answer = await load.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60));

        answer.Status.ShouldBe(HttpStatusCode.BadGateway);
        _sandbox.World.Counters["createGuestBooking", "load-00310"].Commits.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.Garbage)]
    [InlineData(FaultKind.Truncated)]
    internal async Task A_spoilt_body_is_a_complete_answer_that_is_no_JSON(FaultKind kind)
    {
        using var salon = _sandbox.Unchecked("salon-hk");
        Script(new FaultRule { Kind = kind });

        var answer = await salon.GetAsync("/services");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        Should.Throw<JsonException>(() => JsonNode.Parse(answer.Text));
    }

    [Fact]
    public async Task The_wrong_content_type_comes_with_the_right_body()
    {
        using var salon = _sandbox.Salon();
        Script(new FaultRule { Kind = FaultKind.WrongContentType });

        var answer = await salon.GetAsync("/services");

        answer.MediaType.ShouldBe("text/html");
        answer.Items.Count.ShouldBe(20);
    }

    [Theory]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.Latency)]
    internal async Task A_late_answer_is_not_released_by_moving_the_sandbox_clock(FaultKind kind)
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Server.ApiAddress };
        http.DefaultRequestHeaders.Add("X-Company-Id", "salon-hk");
        Script(new FaultRule { OperationId = "getService", Kind = kind, DelayMs = 60_000 });
        var counter = _sandbox.World.Counters["getService", "salon-hk"];

        var call = http.GetAsync("/v6/customer-portal/services/svc-001");
        SpinWait.SpinUntil(() => counter.Running == 1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        _sandbox.World.Clock.Advance(TimeSpan.FromMinutes(2));
        http.CancelPendingRequests();

        await Should.ThrowAsync<TaskCanceledException>(call);
        SpinWait.SpinUntil(() => counter.Running == 0, TimeSpan.FromSeconds(20)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_late_change_is_made_although_the_client_has_given_up()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Server.ApiAddress };
        http.DefaultRequestHeaders.Add("X-Company-Id", "load-00377");
        Script(new FaultRule { OperationId = "createGuestBooking", Kind = FaultKind.LateCommit, DelayMs = 1500 });
        var counter = _sandbox.World.Counters["createGuestBooking", "load-00377"];

        var call = http.PostAsJsonAsync("/v6/customer-portal/bookings/guest", BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60));
        SpinWait.SpinUntil(() => counter.Running == 1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        http.CancelPendingRequests();
        await Should.ThrowAsync<TaskCanceledException>(call);
        var before = counter.Commits;

        SpinWait.SpinUntil(() => counter.Running == 0, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        (before, counter.Commits).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_late_change_is_answered_to_who_waits_for_it()
    {
        using var load = _sandbox.For("load-00378");
        Script(new FaultRule { OperationId = "createGuestBooking", Kind = FaultKind.LateCommit, DelayMs = 100 });

        (await load.PostAsync("/bookings/guest", BookingRequests.AtHongKong("svc-001", "2026-06-12T10:00:00", 60))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_slow_body_comes_in_pieces()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Server.ApiAddress };
        http.DefaultRequestHeaders.Add("X-Company-Id", "salon-hk");
        Script(new FaultRule { OperationId = "listServices", Kind = FaultKind.SlowBody, DelayMs = 600_000 });

        using var answer = await http.GetAsync("/v6/customer-portal/services", HttpCompletionOption.ResponseHeadersRead);
        using var body = await answer.Content.ReadAsStreamAsync();
        var length = answer.Content.Headers.ContentLength!.Value;
        var first = await body.ReadAtLeastAsync(new byte[length], (int)((length + 4) / 5));

        first.ShouldBe((int)((length + 4) / 5));
    }

    [Fact]
    public async Task An_outage_closes_connections_without_counting_and_ends_when_cleared()
    {
        using var before = _sandbox.Salon();
        await before.GetAsync("/services");
        var calls = _sandbox.World.Counters["listServices"].Calls;
        Script(new FaultRule { Kind = FaultKind.Refuse });

        using var fresh = _sandbox.Salon();
        await ShouldFindNobodyAsync(fresh);
        await ShouldFindNobodyAsync(before);
        _sandbox.World.Counters["listServices"].Calls.ShouldBe(calls);

        _sandbox.World.Faults.Clear();
        (await fresh.GetAsync("/services")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_rule_can_let_requests_through_before_it_strikes()
    {
        var fault = new ActiveFault(new FaultRule { After = 2, Times = 1 });

        Enumerable.Range(0, 5).Select(_ => fault.Strikes("listServices", null)).ShouldBe([false, false, true, false, false]);
    }

    [Fact]
    public void Random_faults_repeat_with_their_seed()
    {
        static List<bool> Roll(int seed)
        {
            var fault = new ActiveFault(new FaultRule { Probability = 0.3, Seed = seed });
            return [.. Enumerable.Range(0, 200).Select(_ => fault.Strikes("listServices", null))];
        }

        Roll(7).ShouldBe(Roll(7));
        Roll(7).ShouldNotBe(Roll(8));
        Roll(7).Count(struck => struck).ShouldBeInRange(40, 80);
    }

    // A connection that is closed while a request is being written can come to light as what the socket says, unwrapped.
    private static async Task ShouldFindNobodyAsync(SandboxClient client) =>
        (await Should.ThrowAsync<Exception>(() => client.GetAsync("/services"))).ShouldSatisfyAllConditions(
            problem => (problem is HttpRequestException or IOException or SocketException).ShouldBeTrue($"{problem}"));

    private void Script(params FaultRule[] rules) => _sandbox.World.Faults.Set(rules);
}
