using Bff.Contracts.Answers;
using Bff.Contracts.Cluster;
using Bff.Contracts.Keys;
using Bff.Upstream.Bookings;
using Bff.Upstream.Governing;
using Bff.Upstream.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Upstream;

/// <summary>What a process does with what the governor says, and without it.</summary>
public sealed class GovernorTests
{
    [Fact]
    public async Task Without_the_governor_a_process_goes_on_by_its_local_share()
    {
        // Arrange
        var (arrived, most, now) = (new SemaphoreSlim(0), 0, 0);
        var release = new TaskCompletionSource();
        await using var server = RawServer.Start(async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            arrived.Release();
            await release.Task;
            Interlocked.Decrement(ref now);
            return RawReply.Json("""{"id":"svc-1","price":"1"}""");
        });
        await using var host = Host(server, new Governor(_ => throw new TimeoutException()));

        // Act
        var reads = Enumerable.Range(0, 10).Select(_ => ReadAsync(host)).ToArray();
        await arrived.WaitAsync();
        await arrived.WaitAsync();
        release.SetResult();

        // Assert
        (await Task.WhenAll(reads)).ShouldAllBe(read => read.IsFound);
        most.ShouldBe(2);
    }

    [Fact]
    public async Task A_process_that_gets_no_permit_refuses_typed_and_sends_nothing()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("{}"));
        await using var host = Host(server, new Governor(_ => new TenantGrant(0, [])));

        var read = await ReadAsync(host);
        var write = await host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking);

        read.Failure.ShouldBe(new Failure(ErrorCodes.UpstreamTimeout, Retryable: true));
        write.ShouldBeOfType<Sent<V6Booking>.NotSent>();
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_silo_found_broken_is_not_called_here()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("""{"id":"svc-1","price":"1"}"""));
        await using var host = Host(server, new Governor(_ => new TenantGrant(4, [new("getService", TimeSpan.FromMinutes(1))])));

        var read = await ReadAsync(host);

        read.Failure.ShouldNotBeNull().Code.ShouldBe(ErrorCodes.UpstreamUnavailable);
        read.Failure.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromSeconds(30));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mutation_that_fails_often_is_not_sent_any_more()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("{}", 503));
        await using var host = Host(server, governor: null);
        for (var i = 0; i < 3; i++)
        {
            await host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking);
        }

        var refused = await host.Bookings.CreateGuestBookingAsync(UpstreamHost.Tenant, UpstreamHost.Booking);

        refused.ShouldBeOfType<Sent<V6Booking>.NotSent>().Failure.RetryAfter.ShouldNotBeNull();
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void The_defaults_are_valid_and_each_wrong_setting_is_named()
    {
        var wrong = new GovernorOptions
        {
            LeaseFor = TimeSpan.Zero,
            LeaseChunk = 0,
            Patience = TimeSpan.Zero,
            LocalShare = 0,
            AskAgainAfter = TimeSpan.Zero,
            BreakAfterFailures = 0,
            BreakAtPercent = 0,
            BreakWindow = TimeSpan.Zero,
            BreakFor = TimeSpan.Zero,
        };

        new GovernorOptionsValidator().Validate(null, new()).Succeeded.ShouldBeTrue();
        new GovernorOptionsValidator().Validate(null, wrong).Failures!.Select(failure => failure.Split(' ')[0])
            .ShouldBe(typeof(GovernorOptions).GetProperties().Select(setting => $"Upstream:Governor:{setting.Name}"), ignoreOrder: true);
    }

    private static UpstreamHost Host(RawServer server, ITenantGovernor? governor) => new(
        server.Address,
        options => (options.ReadBudget, options.WriteBudget) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)),
        services =>
        {
            services.Configure<GovernorOptions>(options => (options.LocalShare, options.BreakAfterFailures) = (2, 3));
            if (governor is not null)
            {
                services.AddSingleton(governor);
            }
        });

    private static Task<Fetched<V6Service>> ReadAsync(UpstreamHost host) => host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

    private sealed class Governor(Func<TenantDemand, TenantGrant> answer) : ITenantGovernor
    {
        public Task<TenantGrant> LeaseAsync(TenantId tenant, TenantDemand demand) => Task.Run(() => answer(demand));

        public Task TripAsync(TenantId tenant, string operation) => Task.CompletedTask;

        public Task<ProbeVerdict> AskProbeAsync(TenantId tenant, string operation) => Task.FromResult(new ProbeVerdict(ProbeKind.Closed));

        public Task EndProbeAsync(TenantId tenant, string operation, bool? worked) => Task.CompletedTask;
    }
}
