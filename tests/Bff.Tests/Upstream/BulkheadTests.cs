using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream.Bookings;
using Bff.Upstream.Http;

namespace Bff.Tests.Upstream;

/// <summary>One tenant's calls are bounded, so that they cannot take the place of another's.</summary>
public sealed class BulkheadTests
{
    private static readonly TenantId Other = TenantId.Parse("yoga-berlin");
    private static readonly Failure Busy = new(ErrorCodes.RateLimited, Retryable: true, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task A_tenant_whose_calls_hang_is_refused_more_and_hinders_nobody_else()
    {
        // Arrange: two calls of the tenant hang at v6, a third one waits for its turn.
        var arrived = new SemaphoreSlim(0);
        await using var server = RawServer.Start(async (request, stop) =>
        {
            if (request.Headers["x-company-id"] == Other.Value)
            {
                return RawReply.Json("""{"id":"svc-1","price":"1"}""");
            }

            arrived.Release();
            return await ReadTests.HangAsync(new(), stop);
        });
        await using var host = new UpstreamHost(server.Address, options => (options.CallsPerTenant, options.QueuePerTenant) = (2, 1));
        using var test = new CancellationTokenSource();
        List<Task> hanging = [.. Enumerable.Range(0, 3).Select(_ => ReadAsync(host, UpstreamHost.Tenant, test.Token))];
        await arrived.WaitAsync();
        await arrived.WaitAsync();

        // Act
        var refusedRead = await ReadAsync(host, UpstreamHost.Tenant);
        var refusedWrite = await host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking);
        var other = await ReadAsync(host, Other);

        // Assert
        refusedRead.Failure.ShouldBe(Busy);
        refusedWrite.ShouldBe(new Sent<V6Booking>.NotSent(Busy));
        other.IsFound.ShouldBeTrue();
        server.Requests.Count(request => request.Headers["x-company-id"] == UpstreamHost.Tenant.Value).ShouldBe(2);
        await test.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(Task.WhenAll(hanging));
    }

    [Fact]
    public async Task A_turn_comes_back_when_its_call_ends_however_it_ends()
    {
        await using var server = RawServer.Start(_ => RawReply.Reset);
        await using var host = new UpstreamHost(server.Address, options =>
            (options.CallsPerTenant, options.QueuePerTenant, options.ReadRetries) = (1, 0, 0));

        for (var i = 0; i < 20; i++)
        {
            (await ReadAsync(host, UpstreamHost.Tenant)).Failure!.Code.ShouldBe(ErrorCodes.UpstreamUnavailable);
        }

        server.Requests.Count.ShouldBe(20);
    }

    private static Task<Fetched<V6Service>> ReadAsync(UpstreamHost host, TenantId tenant, CancellationToken cancellationToken = default) =>
        host.Bookings.GetServiceAsync(tenant, UpstreamHost.Service, cancellationToken);
}
