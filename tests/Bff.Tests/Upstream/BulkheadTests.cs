using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Upstream.Auth;
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

    [Fact]
    public async Task The_renewal_of_a_token_goes_before_all_that_waits_and_is_not_refused_for_their_number()
    {
        // Arrange: one call is at v6, one waits, and for more there is no place.
        var arrived = new SemaphoreSlim(0);
        var released = new TaskCompletionSource();
        await using var server = RawServer.Start(async (request, stop) =>
        {
            arrived.Release();
            await released.Task.WaitAsync(stop);
            return request.Line.Contains("/auth/refresh") ? RawReply.Json("""{"token":"a.b.c","expiresIn":60}""") : RawReply.Json("""{"id":"svc-1","price":"1"}""");
        });
        await using var host = new UpstreamHost(server.Address, options => (options.CallsPerTenant, options.QueuePerTenant) = (1, 1));
        var first = ReadAsync(host, UpstreamHost.Tenant);
        await arrived.WaitAsync();
        var second = ReadAsync(host, UpstreamHost.Tenant);
        (await ReadAsync(host, UpstreamHost.Tenant)).Failure.ShouldBe(Busy);

        // Act
        var renewal = host.Get<IAuthApi>().RefreshTokenAsync(UpstreamHost.Tenant, UpstreamHost.Token);
        released.SetResult();
        await Task.WhenAll(first, second, renewal);

        // Assert
        (await renewal).ShouldNotBeOfType<Sent<V6Session>.NotSent>();
        server.Requests.Select(request => request.Line.Contains("/auth/refresh")).ShouldBe([false, true, false]);
    }

    private static Task<Fetched<V6Service>> ReadAsync(UpstreamHost host, TenantId tenant, CancellationToken cancellationToken = default) =>
        host.Bookings.GetServiceAsync(tenant, UpstreamHost.Service, cancellationToken);
}
