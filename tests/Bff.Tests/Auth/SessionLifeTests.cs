using Bff.Tests.Fixture;

namespace Bff.Tests.Auth;

/// <summary>How long sessions last, and what an expired one is worth.</summary>
public sealed class SessionLifeTests(SessionLifeTests.LongTokens system) : IClassFixture<SessionLifeTests.LongTokens>
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private readonly BffFixture _bff = system.Bff;

    [Fact]
    public async Task A_session_that_is_used_lives_on_until_its_absolute_end()
    {
        var device = await Device.SignedInAsync(_bff);

        for (var week = 1; week <= 12; week++)
        {
            system.PassTime(Week);
            (await device.IsSignedInAsync(week % 2)).ShouldBeTrue($"week {week}");
        }

        system.PassTime(TimeSpan.FromDays(6.1));
        await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(), "the session has ended 90 days after sign-in");
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_after_its_idle_time_although_its_absolute_end_is_far()
    {
        var device = await Device.SignedInAsync(_bff);

        system.PassTime(TimeSpan.FromDays(13.9));
        var before = await device.IsSignedInAsync(1);
        system.PassTime(TimeSpan.FromDays(14.1));

        before.ShouldBeTrue();
        await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(), "the session has ended");
    }

    [Fact]
    public async Task An_expired_cookie_is_refused_and_taken_away_and_v6_is_asked_nothing_but_told_once_that_it_is_over()
    {
        var device = await Device.SignedInAsync(_bff);
        system.PassTime(TimeSpan.FromDays(15));
        var calls = _bff.V6.AllCalls(device.Tenant);

        var reply = await device.SendAsync("{ me { id bookings { id } } }", gateway: 1);

        reply.Codes.ShouldBe([Contracts.Answers.ErrorCodes.Unauthenticated]);
        device.Cookie.ShouldBeNull();

        // Nobody waits for that call; SessionEndingTests hold it back.
        await Eventually.BecomesAsync(() => Task.FromResult(_bff.V6.Calls("logout", device.Tenant) == 1), "v6 is told");
        _bff.V6.AllCalls(device.Tenant).ShouldBe(calls + 1);
    }

    [Fact]
    public async Task What_a_session_says_of_its_end_is_the_nearer_of_the_two()
    {
        var device = await Device.SignedInAsync(_bff);

        var expires = (await device.SendAsync("{ session { createdAt expiresAt } }")).Data.GetProperty("session");

        (expires.GetProperty("expiresAt").GetDateTimeOffset() - expires.GetProperty("createdAt").GetDateTimeOffset())
            .ShouldBeInRange(TimeSpan.FromDays(14), TimeSpan.FromDays(14.1));
    }

    /// <summary>The end of sessions, not of tokens, is what these tests are about.</summary>
    public sealed class LongTokens : TimedBff
    {
        // Weeks pass between two requests here, and not the third of a second for which a gateway would not ask.
        protected override Dictionary<string, string?> Settings => new() { ["Gateway:Sessions:VerdictFor"] = "00:00:00" };
    }
}
