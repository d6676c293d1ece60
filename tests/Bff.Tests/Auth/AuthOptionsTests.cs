using Bff.Gateway.Auth;
using Bff.Grains.Auth;
using Bff.Grains.Auth.Limits;
using Bff.ServiceDefaults.Operators;

namespace Bff.Tests.Auth;

public sealed class AuthOptionsTests
{
    [Fact]
    public void The_defaults_are_valid()
    {
        new SessionOptions().Failures().ShouldBeEmpty();
        new SignInLimitOptions().Failures().ShouldBeEmpty();
        new TokenVerdictOptions().Failures().ShouldBeEmpty();
    }

    [Fact]
    public void Every_bad_value_is_named_at_once()
    {
        var sessions = new SessionOptions { IdleFor = TimeSpan.Zero, EndAfter = TimeSpan.FromDays(500), RenewAhead = TimeSpan.Zero, PerCustomer = 0 };
        var limits = new SignInLimitOptions { Within = TimeSpan.Zero, CodesPerIdentity = 0, TriesPerTenant = -1 };

        string.Join('|', sessions.Failures()).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Auth:Sessions:IdleFor"),
            text => text.ShouldContain("Auth:Sessions:EndAfter"),
            text => text.ShouldContain("Auth:Sessions:RenewAhead"),
            text => text.ShouldContain("Auth:Sessions:PerCustomer"));
        limits.Failures().Count().ShouldBe(3);
    }

    [Fact]
    public void The_operators_key_is_never_shown() =>
        new OperatorOptions { Key = "CANARY-of-more-than-24-characters" }.ToString().ShouldNotContain("CANARY");

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome on Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("curl/8.0", null)]
    [InlineData(null, null)]
    public void A_device_is_named_coarsely(string? userAgent, string? name) => DeviceName.Of(userAgent).ShouldBe(name);
}
