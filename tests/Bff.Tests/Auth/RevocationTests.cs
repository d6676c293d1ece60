using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Auth;

public sealed class RevocationTests(RevocationTests.Two two) : IClassFixture<RevocationTests.Two>
{
    private BffFixture Bff => two.Bff;

    [Fact]
    public async Task A_session_ended_on_one_gateway_is_refused_on_the_other()
    {
        var device = await Device.SignedInAsync(Bff);
        var thief = new Device(Bff, device.Tenant, device.Phone) { Cookie = device.Cookie };
        (await thief.IsSignedInAsync(gateway: 1)).ShouldBeTrue();

        await device.SendAsync("mutation { logout { loggedOut } }");
        var took = await Eventually.BecomesAsync(async () => !await thief.IsSignedInAsync(gateway: 1), "the other gateway refuses");

        TestContext.Current.TestOutputHelper!.WriteLine($"refused on the other gateway after {took.TotalMilliseconds:0} ms");
        (await device.IsSignedInAsync(gateway: 0)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_stays_open_is_told_when_its_session_ends_and_not_before()
    {
        var device = await Device.SignedInAsync(Bff);
        await using var services = GatewayServices();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Headers.Authorization = $"Bearer {device.SessionId}";
        var identity = RequestIdentity.Read(http, TenantId.Parse(device.Tenant));
        using var closed = new CancellationTokenSource();

        var ended = services.GetRequiredService<SessionWatch>().EndedAsync(identity, closed.Token);
        (await identity.IsStillGoodAsync()).ShouldBeTrue();
        ended.IsCompleted.ShouldBeFalse();
        await device.SendAsync("mutation { logout { loggedOut } }");

        await Eventually.BecomesAsync(() => Task.FromResult(ended.IsCompletedSuccessfully), "the connection is told");
    }

    [Fact]
    public void What_is_believed_for_how_long_adds_up_to_less_than_a_second()
    {
        var options = new SessionEdgeOptions();

        options.VerdictFor.ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(500));
        (options.VerdictFor + TimeSpan.FromMilliseconds(250)).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_operator_ends_all_sessions_of_a_customer_and_may_say_so_twice()
    {
        var device = await Device.SignedInAsync(Bff);
        var other = await device.AnotherAsync();
        var customer = (await device.SendAsync("{ me { id } }")).Data.GetProperty("me").GetProperty("id").GetString();

        var first = await OrderAsync(new { tenant = device.Tenant, customer });
        var second = await OrderAsync(new { tenant = device.Tenant, customer });

        (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ended").GetInt32().ShouldBe(2);
        (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ended").GetInt32().ShouldBe(0);
        await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(1) && !await other.IsSignedInAsync(0), "both are refused");
    }

    [Fact]
    public async Task An_operator_ends_all_sessions_of_a_tenant_and_of_no_other()
    {
        var (device, stranger) = (await Device.SignedInAsync(Bff), await Device.SignedInAsync(Bff));

        var first = await OrderAsync(new { tenant = device.Tenant, orderId = "order-1" });
        var again = await OrderAsync(new { tenant = device.Tenant, orderId = "order-1" });
        var took = await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(1), "the tenant's session is refused");

        TestContext.Current.TestOutputHelper!.WriteLine($"a tenant's sessions were refused after {took.TotalMilliseconds:0} ms");
        (await first.Content.ReadAsStringAsync()).ShouldBe(await again.Content.ReadAsStringAsync());
        (await stranger.IsSignedInAsync()).ShouldBeTrue();
        await device.SignInAsync();
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic not base64")]
    [InlineData($"Bearer {Operator.Key}")]
    [InlineData("Basic b3BlcmF0b3I6d3Jvbmc=")]
    [InlineData("Basic b3BlcmF0b3I=")]
    public async Task Without_the_key_nobody_is_an_operator(string authorization)
    {
        var device = await Device.SignedInAsync(Bff);

        (await OrderAsync(new { tenant = device.Tenant, orderId = "order-2" }, authorization)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_of_one_tenant_is_refused_at_another_without_a_call_and_stays_good_at_its_own(bool bearer)
    {
        var device = await Device.SignedInAsync(Bff, bearer: bearer);
        var elsewhere = Bff.NewTenant();

        var reply = await device.SendAsync("{ me { id } sessions { id } }", atTenant: elsewhere);

        reply.Codes.ShouldBe([ErrorCodes.Forbidden, ErrorCodes.Forbidden]);
        Bff.V6.AllCalls(elsewhere).ShouldBe(0);
        (await device.IsSignedInAsync()).ShouldBeTrue();
    }

    private ServiceProvider GatewayServices() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IGrainFactory>(Bff.Cluster.Client)
        .AddCallers()
        .BuildServiceProvider();

    private Task<HttpResponseMessage> OrderAsync(object order, string? authorization = null) => Operator.OrderAsync(Bff, order, authorization);

    public sealed class Two : IAsyncLifetime
    {
        internal BffFixture Bff { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup
        {
            Silos = 2,
            Gateways = 2,
            Settings = Operator.Settings,
        });

        public ValueTask DisposeAsync() => Bff.DisposeAsync();
    }
}
