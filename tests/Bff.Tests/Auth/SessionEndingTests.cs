using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Core.Internal;

namespace Bff.Tests.Auth;

/// <summary>Ends of sessions that meet each other, or a store and a v6 that are not there.</summary>
public sealed class SessionEndingTests
{
    private const string Logout = "mutation { logout(input: { scope: ALL }) { endedSessions errors { __typename ... on Error { code } } } }";

    [Fact]
    public async Task Of_many_ends_at_once_one_ends_the_session_and_tells_v6()
    {
        await using var bff = await BffFixture.StartAsync();
        var device = await Device.SignedInAsync(bff);
        var session = TokenGrainOf(bff, device);

        var ended = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.EndAsync()));

        ended.Count(isEnded => isEnded).ShouldBe(1);
        bff.V6.Calls("logout", device.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task While_storage_is_away_a_session_is_not_said_to_have_ended_and_afterwards_it_can_be()
    {
        var storage = new OutlivingStorage();
        await using var bff = await BffFixture.StartAsync(new BffSetup { Storage = storage });
        var device = await Device.SignedInAsync(bff);
        var cookie = device.Cookie;

        storage.IsAway = true;
        var away = await device.SendAsync(Logout);
        storage.IsAway = false;

        away.Errors.ShouldBeEmpty(away.Text);
        away.Data.GetProperty("logout").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(ErrorCodes.ClusterUnavailable);
        device.Cookie.ShouldBe(cookie);
        var back = await device.SendAsync(Logout);
        back.Data.GetProperty("logout").GetProperty("endedSessions").GetInt32().ShouldBe(1, back.Text);
        (await device.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_brings_an_expired_cookie_does_not_wait_for_v6()
    {
        // Patience with v6 never ends on a clock that stands, so a caller that waited for it would wait for v6's own time budget.
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bff = await BffFixture.StartAsync(new BffSetup
        {
            AuthTime = time,
            Settings = new Dictionary<string, string?> { ["Auth:Limits:AnswerStep"] = "00:00:00", ["Upstream:WriteBudget"] = "00:00:55" },
        });
        var device = await Device.SignedInAsync(bff);
        bff.V6.Fail(new FaultRule { OperationId = "logout", Tenant = device.Tenant, Kind = FaultKind.Hang });
        time.Advance(TimeSpan.FromDays(15));

        var reply = await device.SendAsync("{ me { id } }").WaitAsync(TimeSpan.FromSeconds(40), TimeProvider.System);

        reply.Codes.ShouldBe([ErrorCodes.Unauthenticated]);
        device.Cookie.ShouldBeNull();
        await Eventually.BecomesAsync(() => Task.FromResult(bff.V6.Calls("logout", device.Tenant) == 1), "v6 is told all the same");
        bff.V6.Recover();
    }

    [Fact]
    public async Task Signing_in_over_and_over_in_one_browser_pushes_out_no_other_device()
    {
        await using var bff = await BffFixture.StartAsync(new BffSetup { Settings = new Dictionary<string, string?> { ["Auth:Sessions:PerCustomer"] = "3" } });
        var other = await Device.SignedInAsync(bff);
        var browser = await other.AnotherAsync();

        for (var time = 0; time < 4; time++)
        {
            await browser.SignInAsync();
        }

        (await other.IsSignedInAsync()).ShouldBeTrue();
        (await browser.SendAsync("{ sessions { id } }")).Data.GetProperty("sessions").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_session_that_has_ended_by_itself_is_let_go_before_one_that_is_in_use()
    {
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup { AuthTime = time, Settings = new Dictionary<string, string?> { ["Auth:Sessions:PerCustomer"] = "3" } });
        var used = await Device.SignedInAsync(bff);
        var forgotten = await used.AnotherAsync();
        PassTime(TimeSpan.FromDays(10));
        (await used.IsSignedInAsync()).ShouldBeTrue();
        PassTime(TimeSpan.FromDays(10));

        for (var device = 0; device < 2; device++)
        {
            await used.AnotherAsync();
        }

        (await used.IsSignedInAsync()).ShouldBeTrue();
        (await forgotten.IsSignedInAsync()).ShouldBeFalse();

        void PassTime(TimeSpan by)
        {
            time.Advance(by);
            bff.V6.Advance(by);
        }
    }

    [Fact]
    public async Task Looking_at_the_list_of_devices_is_a_use_of_none_of_them()
    {
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup { AuthTime = time });
        var device = await Device.SignedInAsync(bff);
        var idle = await device.AnotherAsync();
        time.Advance(TimeSpan.FromDays(10));

        var sessions = (await device.SendAsync("{ sessions { current lastSeenAt createdAt } }")).Data.GetProperty("sessions");
        time.Advance(TimeSpan.FromDays(5));

        var other = sessions.EnumerateArray().Single(session => !session.GetProperty("current").GetBoolean());
        (other.GetProperty("lastSeenAt").GetDateTimeOffset() - other.GetProperty("createdAt").GetDateTimeOffset()).ShouldBeLessThan(TimeSpan.FromDays(1));
        (await device.IsSignedInAsync()).ShouldBeTrue();
        (await idle.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_browser_that_somebody_else_signs_in_with_leaves_the_first_ones_list()
    {
        await using var bff = await BffFixture.StartAsync();
        var first = await Device.SignedInAsync(bff);
        var elsewhere = await first.AnotherAsync();
        var second = await Device.SignedInAsync(bff, first.Tenant);
        var browser = new Device(bff, first.Tenant, second.Phone) { Cookie = first.Cookie };

        await browser.SignInAsync();

        (await first.IsSignedInAsync()).ShouldBeFalse();
        (await elsewhere.SendAsync("{ sessions { id } }")).Data.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        (await browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_revocation_after_storage_was_emptied_reaches_sessions_that_live_on_in_memory()
    {
        var storage = new OutlivingStorage();
        await using var bff = await BffFixture.StartAsync(new BffSetup { Storage = storage, Settings = Operator.Settings });
        var tenant = bff.NewTenant();
        await Operator.OrderAsync(bff, new { tenant, orderId = "before" });
        var device = await Device.SignedInAsync(bff, tenant);
        (await device.IsSignedInAsync()).ShouldBeTrue();

        storage.Empty();
        await bff.Cluster.Client.GetGrain<ITenantSessionsGrain>(tenant).Cast<IGrainManagementExtension>().DeactivateOnIdle();
        await Eventually.BecomesAsync(async () => await bff.Cluster.Client.GetGrain<ITenantSessionsGrain>(tenant).GetEpochAsync() == 0, "the epoch is forgotten");
        (await device.IsSignedInAsync()).ShouldBeTrue();
        (await Operator.OrderAsync(bff, new { tenant, orderId = "after" })).EnsureSuccessStatusCode();

        await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(), "the session is refused");
    }

    [Fact]
    public async Task A_renewal_ahead_that_breaks_is_tried_again()
    {
        var authority = new BreakingAuthority();
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup { AuthTime = time, SiloParts = authority.Join });
        var device = await Device.SignedInAsync(bff);
        authority.Break(times: 2);
        time.Advance(bff.V6.TokenLife - TimeSpan.FromMinutes(5));
        bff.V6.Advance(bff.V6.TokenLife - TimeSpan.FromMinutes(5));

        // A new activation finds the token due and arms its timer; nobody asks for the token itself.
        await TokenGrainOf(bff, device).Cast<IGrainManagementExtension>().DeactivateOnIdle();
        await Eventually.BecomesAsync(
            async () =>
            {
                await device.IsSignedInAsync();
                return bff.V6.Commits("refreshToken", device.Tenant) == 1;
            },
            "the token was renewed ahead");

        authority.Broken.ShouldBe(2);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_renewal_that_breaks_is_a_typed_error_of_the_payload()
    {
        var authority = new BreakingAuthority();
        var time = new ShiftableTime();
        await using var bff = await BffFixture.StartAsync(new BffSetup { AuthTime = time, SiloParts = authority.Join });
        var device = await Device.SignedInAsync(bff);
        time.Advance(TimeSpan.FromMinutes(1));
        const string refresh = "mutation { refreshSession { session { id } errors { ... on Error { code } } } }";

        authority.Break(times: 1);
        var broken = await device.SendAsync(refresh);
        var whole = await device.SendAsync(refresh);

        broken.Errors.ShouldBeEmpty(broken.Text);
        broken.Data.GetProperty("refreshSession").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(ErrorCodes.ClusterUnavailable);
        whole.Data.GetProperty("refreshSession").GetProperty("errors").GetArrayLength().ShouldBe(0, whole.Text);
    }

    private static ISessionTokenGrain TokenGrainOf(BffFixture bff, Device device) =>
        bff.Cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<ISessionTokenGrain>(SessionKey.Of(device.SessionId).Value);

    /// <summary>v6, behind a part of ours that has a defect at times.</summary>
    private sealed class BreakingAuthority
    {
        private int _left;
        private int _broken;

        public int Broken => _broken;

        public void Break(int times) => Volatile.Write(ref _left, times);

        public void Join(IServiceCollection services) =>
            services.AddSingleton<ICustomerAuthority>(provider => new Broker(this, provider.GetRequiredService<CustomerAuthority>()));

        private sealed class Broker(BreakingAuthority owner, CustomerAuthority inner) : ICustomerAuthority
        {
            public Task<TokenCheck> CheckAsync(TenantId tenant, CustomerToken token) => inner.CheckAsync(tenant, token);

            public Task EndAsync(TenantId tenant, CustomerToken token) => inner.EndAsync(tenant, token);

            public Task<Grains.Auth.Renewal> RenewAsync(CustomerKey customer, CustomerToken token)
            {
                if (Interlocked.Decrement(ref owner._left) < 0)
                {
                    return inner.RenewAsync(customer, token);
                }

                Interlocked.Increment(ref owner._broken);
                throw new InvalidOperationException("A defect.");
            }
        }
    }
}
