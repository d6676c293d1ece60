using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Sandbox.Faults;
using Bff.Tests.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Auth;

/// <summary>Two gateways, two silos, and a v6 that renews each token once: what is counted is what v6 was asked.</summary>
public sealed class TokenRefreshTests(TimedBff system) : IClassFixture<TimedBff>
{
    private const string Refresh = "mutation { refreshSession { session { id } errors { __typename ... on Error { code } } } }";

    private readonly BffFixture _bff = system.Bff;

    [Fact]
    public async Task Three_hundred_callers_at_token_expiry_cause_one_refresh_and_no_logout()
    {
        var device = await Device.SignedInAsync(_bff);
        system.PassTime(_bff.V6.TokenLife - TimeSpan.FromMinutes(5));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Tokens(i % 2).GetAsync(CallerOf(device))));

        tokens.ShouldAllBe(token => token.IsFound);
        tokens.Select(token => token.Token).Distinct().ShouldHaveSingleItem();
        _bff.V6.Calls("refreshToken", device.Tenant).ShouldBe(1);
        (await device.IsSignedInAsync(0) && await device.IsSignedInAsync(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task Three_hundred_requests_to_renew_over_two_gateways_cause_one_refresh()
    {
        var device = await Device.SignedInAsync(_bff);
        system.PassTime(TimeSpan.FromMinutes(1));

        var replies = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => device.SendAsync(Refresh, i % 2)));

        replies.ShouldAllBe(reply => reply.Data.GetProperty("refreshSession").GetProperty("errors").GetArrayLength() == 0);
        _bff.V6.Calls("refreshToken", device.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_v6_refuses_is_replaced_once_for_all_who_hold_it()
    {
        var device = await Device.SignedInAsync(_bff);
        var refused = (await Tokens(0).GetAsync(CallerOf(device))).Token;

        var tokens = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Tokens(i % 2).ReplaceAsync(CallerOf(device), refused)));

        tokens.Select(token => token.Token).Distinct().ShouldHaveSingleItem().ShouldNotBe(refused);
        _bff.V6.Calls("refreshToken", device.Tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_lost_before_the_commit_costs_nothing()
    {
        var device = await Device.SignedInAsync(_bff);
        system.PassTime(_bff.V6.TokenLife - TimeSpan.FromMinutes(5));
        _bff.V6.Fail(new FaultRule { OperationId = "refreshToken", Kind = FaultKind.ResetBeforeCommit, Times = 1 });

        var token = await Tokens(0).GetAsync(CallerOf(device));

        token.IsFound.ShouldBeTrue();
        _bff.V6.Commits("refreshToken", device.Tenant).ShouldBe(1);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_reply_lost_after_the_commit_asks_that_one_session_to_sign_in_again()
    {
        var device = await Device.SignedInAsync(_bff);
        var other = await device.AnotherAsync();
        system.PassTime(_bff.V6.TokenLife - TimeSpan.FromMinutes(5));
        _bff.V6.Fail(new FaultRule { OperationId = "refreshToken", Kind = FaultKind.ResetAfterCommit, Times = 1 });

        var token = await Tokens(0).GetAsync(CallerOf(device));

        token.Failure!.Code.ShouldBe(ErrorCodes.Unauthenticated);
        (await Tokens(1).GetAsync(CallerOf(other))).IsFound.ShouldBeTrue();
        (await other.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_run_of_failures_signs_nobody_out(int status)
    {
        var device = await Device.SignedInAsync(_bff);
        system.PassTime(_bff.V6.TokenLife - TimeSpan.FromMinutes(5));
        _bff.V6.Fail(new FaultRule { OperationId = "refreshToken", Kind = FaultKind.Status, Status = status });

        for (var second = 0; second < 20; second++)
        {
            (await Tokens(second % 2).GetAsync(CallerOf(device))).IsFound.ShouldBeTrue($"second {second}");
            system.PassTime(TimeSpan.FromSeconds(1));
        }

        _bff.V6.Recover();
        system.PassTime(TimeSpan.FromMinutes(1));
        (await Tokens(0).GetAsync(CallerOf(device))).IsFound.ShouldBeTrue();
        _bff.V6.Commits("refreshToken", device.Tenant).ShouldBe(1);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task An_explicit_refusal_ends_the_session_on_every_gateway_and_clears_the_cookie()
    {
        var device = await Device.SignedInAsync(_bff);
        var member = (await device.SendAsync("{ me { id } }")).Data.GetProperty("me").GetProperty("id").GetString()!;
        _bff.V6.RevokeTokens(device.Tenant, member);
        system.PassTime(TimeSpan.FromMinutes(1));

        var reply = await device.SendAsync(Refresh);

        reply.Data.GetProperty("refreshSession").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(ErrorCodes.Unauthenticated);
        await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(1), "the other gateway refuses the session");
        device.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task A_session_survives_its_activation_and_ends_when_it_is_idle_for_too_long()
    {
        var device = await Device.SignedInAsync(_bff);
        await _bff.Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        (await device.IsSignedInAsync()).ShouldBeTrue();

        system.PassTime(TimeSpan.FromDays(15));

        await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(), "the session has expired");
    }

    private ICallerTokens Tokens(int silo) => _bff.Cluster.Silos[silo].ServiceProvider.GetRequiredService<ICallerTokens>();

    private static Caller CallerOf(Device device) => Caller.Of(
        new CustomerKey(TenantId.Parse(device.Tenant), EntityId.Parse("any")), new SessionCredential(SessionKey.Of(device.SessionId)));
}
