using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream;
using Bff.Upstream.Http;

namespace Bff.Tests.Upstream;

/// <summary>Reads are tried again, within their time and within the process's budget.</summary>
public sealed class RetryTests
{
    private const string Found = """{"success":true,"data":{"id":"svc-1","name":"Cut","price":"120.00"}}""";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_read_is_tried_again_after_a_transient_status(int status)
    {
        var replies = new Queue<RawReply>([RawReply.Json("", status), RawReply.Json("", status), RawReply.Json(Found)]);
        await using var server = RawServer.Start(_ => replies.Dequeue());
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.IsFound.ShouldBeTrue();
        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task A_read_is_not_tried_again_after_any_other_status(int status)
    {
        await using var server = RawServer.Start(_ => RawReply.Json("", status));
        await using var host = new UpstreamHost(server.Address);

        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_is_tried_again_when_the_connection_breaks_before_or_within_the_answer()
    {
        var replies = new Queue<RawReply>(
            [RawReply.Reset, RawReply.Text("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"succ"), RawReply.Json(Found)]);
        await using var server = RawServer.Start(_ => replies.Dequeue());
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.IsFound.ShouldBeTrue();
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_read_that_finds_nobody_listening_is_unavailable()
    {
        var address = new Uri("http://127.0.0.1:1");
        await using var host = new UpstreamHost(address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure.ShouldBe(new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true));
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_budget_ends_the_read_at_once_and_is_passed_on()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("", 429, "Retry-After: 30"));
        await using var host = new UpstreamHost(server.Address);

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure.ShouldBe(new Failure(ErrorCodes.RateLimited, Retryable: true, TimeSpan.FromSeconds(30)));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_Retry_After_within_the_budget_is_waited_for()
    {
        var replies = new Queue<RawReply>([RawReply.Json("", 503, "Retry-After: 0"), RawReply.Json(Found)]);
        await using var server = RawServer.Start(_ => replies.Dequeue());
        await using var host = new UpstreamHost(server.Address, options => options.RetryBackoff = TimeSpan.FromSeconds(5));

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        // The back-off of the options alone would not have fitted into the budget.
        result.IsFound.ShouldBeTrue();
    }

    [Fact]
    public async Task With_v6_down_the_retries_of_a_process_stay_within_their_share()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("", 503));
        await using var host = new UpstreamHost(server.Address);

        // Of many tenants, so that no breaker opens.
        for (var i = 0; i < 200; i++)
        {
            await host.Bookings.GetServiceAsync(TenantId.Parse($"load-{i % 20}"), UpstreamHost.Service);
        }

        // 200 reads, 10 % of them, and the reserve of 10.
        server.Requests.Count.ShouldBeInRange(210, 230);
    }

    [Fact]
    public void A_retry_budget_never_gives_more_than_its_share_and_its_reserve()
    {
        var budget = new RetryBudget(new UpstreamOptions { RetryPercent = 20, RetryReserve = 3 });
        var spent = 0;

        for (var i = 0; i < 1000; i++)
        {
            budget.Earn();
            spent += budget.TrySpend() ? 1 : 0;
            spent += budget.TrySpend() ? 1 : 0;
        }

        spent.ShouldBeInRange(200, 203);
    }

    [Fact]
    public async Task A_read_that_takes_longer_than_its_budget_is_a_timeout()
    {
        var arrived = new TaskCompletionSource();
        await using var server = RawServer.Start((_, stop) => ReadTests.HangAsync(arrived, stop));
        await using var host = new UpstreamHost(server.Address, options => options.ReadBudget = TimeSpan.FromMilliseconds(200));

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure.ShouldBe(new Failure(ErrorCodes.UpstreamTimeout, Retryable: true));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_budget_covers_the_body_too()
    {
        await using var server = RawServer.Start(async (_, stop) =>
        {
            await Task.Yield();
            return RawReply.Text("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"succ", RawEnding.KeepAlive);
        });
        await using var host = new UpstreamHost(server.Address, options => options.ReadBudget = TimeSpan.FromMilliseconds(300));

        var result = await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        result.Failure!.Code.ShouldBe(ErrorCodes.UpstreamTimeout);
    }
}
