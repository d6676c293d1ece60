using Bff.Gateway.Edge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Tests.Auth;

/// <summary>A gateway behind one proxy of ours: the tests are that proxy, and whoever speaks through it.</summary>
public sealed class ForwardedAddressTests(ForwardedAddressTests.BehindProxy system) : IClassFixture<ForwardedAddressTests.BehindProxy>
{
    private const int Allowed = 3;

    [Fact]
    public async Task Each_address_that_the_proxy_names_has_an_allowance_of_its_own()
    {
        var limited = await AskAsync(times: 3 * Allowed, request => $"203.0.113.{request}");

        limited.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_client_writes_about_itself_stands_further_left_and_is_not_believed()
    {
        var limited = await AskAsync(times: 2 * Allowed, request => $"198.51.100.{request}, 127.0.0.1, 203.0.113.200");

        limited.ShouldBe(Allowed);
    }

    [Fact]
    public async Task Host_and_scheme_are_not_taken_from_headers()
    {
        var reply = await system.Bff.Storefront(tenant: null).SendAsync(
            "{ storefront { domain } }", null, ("X-Forwarded-For", "203.0.113.201"), ("X-Forwarded-Host", "salon.example"), ("X-Forwarded-Proto", "https"));
        var direct = await system.Bff.Storefront(tenant: null).SendAsync("{ storefront { domain } }", null, ("Host", "salon.example"));

        reply.Codes.ShouldBe([Contracts.Answers.ErrorCodes.TenantRequired], reply.Text);
        direct.Errors.ShouldBeEmpty(direct.Text);
    }

    [Theory]
    [InlineData("Gateway:Proxies:Networks:0", "10.0.0.0/33")]
    [InlineData("Gateway:Proxies:Networks:0", "ingress.example")]
    [InlineData("Gateway:Proxies:Networks:0", "0.0.0.0/0")]
    [InlineData("Gateway:Proxies:Networks:0", "::/0")]
    [InlineData("Gateway:Proxies:Hops", "0")]
    public void A_setting_that_cannot_work_is_named(string setting, string value)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build())
            .AddProxies()
            .BuildServiceProvider();

        var refused = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<ProxyOptions>>().Value);

        refused.Message.ShouldContain(setting.TrimEnd('0', ':'));
    }

    // How many were refused for their address; each asks for another phone.
    private async Task<int> AskAsync(int times, Func<int, string> forwardedFor)
    {
        var limited = 0;
        for (var request = 0; request < times; request++)
        {
            var reply = await system.Bff.Storefront(system.Bff.NewTenant(), request % 2).SendAsync(
                $$"""mutation { requestOtp(input: { phone: "{{Device.NewPhone()}}" }) { errors { __typename } } }""", null, ("X-Forwarded-For", forwardedFor(request)));
            limited += reply.Text.Contains("RateLimitedError", StringComparison.Ordinal) ? 1 : 0;
        }

        return limited;
    }

    public sealed class BehindProxy : TimedBff
    {
        protected override Dictionary<string, string?> Settings => new()
        {
            ["Gateway:Proxies:Networks:0"] = "127.0.0.0/8",
            ["Gateway:Proxies:Networks:1"] = "::1/128",
            ["Auth:Limits:CodesPerAddress"] = $"{Allowed}",
            ["Auth:Limits:Within"] = "1.00:00:00",
            ["Auth:Limits:AnswerStep"] = "00:00:00",
        };
    }
}
