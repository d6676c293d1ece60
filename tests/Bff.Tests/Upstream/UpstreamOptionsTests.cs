using Bff.Upstream;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Tests.Upstream;

public sealed class UpstreamOptionsTests
{
    [Fact]
    public void The_defaults_lack_nothing_but_the_address()
    {
        Failures(new UpstreamOptions()).ShouldHaveSingleItem().ShouldStartWith("Upstream:BaseAddress ");
        Failures(new UpstreamOptions { BaseAddress = new Uri("https://api.example/prefix") }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://api.example")]
    [InlineData("https://user:secret@api.example")]
    [InlineData("https://api.example/?a=b")]
    [InlineData("https://api.example/#top")]
    public void An_address_that_could_not_be_called_is_named(string address) =>
        Failures(new UpstreamOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) })
            .ShouldHaveSingleItem().ShouldStartWith("Upstream:BaseAddress ");

    [Fact]
    public void All_wrong_settings_are_named_at_once()
    {
        var options = new UpstreamOptions
        {
            ReadBudget = TimeSpan.Zero,
            WriteBudget = TimeSpan.FromHours(1),
            ConnectTimeout = TimeSpan.FromTicks(-1),
            ReadRetries = 6,
            RetryBackoff = TimeSpan.Zero,
            RetryPercent = 101,
            RetryReserve = 0,
            CallsPerTenant = 0,
            QueuePerTenant = -1,
            BusyRetryAfter = TimeSpan.Zero,
            MaxResponseBytes = 0,
            MaxConnections = 0,
            ConnectionLifetime = TimeSpan.Zero,
        };

        var named = Failures(options).Select(failure => failure.Split(' ')[0]);

        named.ShouldBe(typeof(UpstreamOptions).GetProperties().Select(setting => $"Upstream:{setting.Name}"), ignoreOrder: true);
    }

    [Fact]
    public void A_host_does_not_start_with_a_wrong_setting()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Upstream:CallsPerTenant"] = "0" }).Build());
        using var provider = services.AddUpstream().BuildServiceProvider();

        var start = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        start.Failures.Select(failure => failure.Split(' ')[0]).ShouldBe(["Upstream:BaseAddress", "Upstream:CallsPerTenant"]);
    }

    [Fact]
    public async Task A_path_in_the_address_stands_before_the_contract_s_paths()
    {
        await using var server = RawServer.Start(_ => RawReply.Json("{}", 404));
        await using var host = new UpstreamHost(new Uri(server.Address, "/prefix/"));

        await host.Bookings.GetServiceAsync(UpstreamHost.Tenant, UpstreamHost.Service);

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/prefix/v6/customer-portal/services/svc-1");
    }

    private static IEnumerable<string> Failures(UpstreamOptions options) => new UpstreamOptionsValidator().Validate(null, options).Failures ?? [];
}
