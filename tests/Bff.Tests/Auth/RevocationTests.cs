using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Bff.Gateway.RealTime;
using Bff.Grains.Auth;
using Bff.Tests.Fixture;
using Bff.Tests.RealTime;
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
    public void What_is_believed_for_how_long_adds_up_to_less_than_a_second_with_the_longest_setting_too()
    {
        var longest = TimeSpan.Parse(SessionEdgeOptions.LongestVerdict, CultureInfo.InvariantCulture);

        new SessionEdgeOptions().VerdictFor.ShouldBeLessThanOrEqualTo(longest);

        // A tenant's epoch heard just before it changed, a verdict on it just before that is asked again, a connection's look at that
        // verdict, and its last words.
        (TenantEpochs.KeepFor + longest + SessionWatch.Margin + LastWords.Longest).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_connection_looks_again_when_its_verdict_is_no_longer_believed()
    {
        var device = await Device.SignedInAsync(Bff);
        await using var services = GatewayServices();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Headers.Authorization = $"Bearer {device.SessionId}";
        var identity = RequestIdentity.Read(http, TenantId.Parse(device.Tenant));
        identity.BelievedFor().ShouldBe(TimeSpan.Zero);

        await identity.ResolveAsync();

        identity.BelievedFor().ShouldBeLessThanOrEqualTo(new SessionEdgeOptions().VerdictFor);
    }

    [Theory]
    [InlineData("logout")]
    [InlineData("customer")]
    [InlineData("tenant")]
    public async Task A_revoked_session_is_refused_on_both_gateways_and_its_subscriptions_end(string how)
    {
        var device = await Device.SignedInAsync(Bff, bearer: true);
        var customer = (await device.SendAsync("{ me { id } }")).Data.GetProperty("me").GetProperty("id").GetString();
        var payload = new Dictionary<string, string> { ["X-Company-Id"] = device.Tenant, ["authorization"] = $"Bearer {device.Bearer}" };
        using var here = await SocketClient.StartAsync(Bff.AddressOf(0), payload);
        using var there = await SocketClient.StartAsync(Bff.AddressOf(1), payload);
        await here.SubscribeAsync("end", "subscription { sessionEnded { sessionId } }");
        await there.SubscribeAsync("end", "subscription { sessionEnded { sessionId } }");
        (await device.IsSignedInAsync(0) && await device.IsSignedInAsync(1)).ShouldBeTrue();

        (how switch
        {
            "logout" => (await device.SendAsync("mutation { logout { loggedOut } }")).Status,
            "customer" => (await OrderAsync(new { tenant = device.Tenant, customer })).StatusCode,
            _ => (await OrderAsync(new { tenant = device.Tenant, orderId = "end-them" })).StatusCode,
        }).ShouldBe(HttpStatusCode.OK);
        var begun = TimeProvider.System.GetTimestamp();
        var took = await Task.WhenAll(ClosedAsync(here), ClosedAsync(there), RefusedAsync(0), RefusedAsync(1));

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{how}: sockets closed after {took[0].TotalMilliseconds:0} and {took[1].TotalMilliseconds:0} ms, requests refused after {took[2].TotalMilliseconds:0} and {took[3].TotalMilliseconds:0} ms");

        // A second is what the parts add up to; the rest is for a machine that stalls.
        took.ShouldAllBe(time => time < TimeSpan.FromSeconds(10));
        here.CloseCode.ShouldBe(4403);
        there.CloseCode.ShouldBe(4403);

        async Task<TimeSpan> ClosedAsync(SocketClient socket)
        {
            await socket.ReadToCloseAsync();
            return TimeProvider.System.GetElapsedTime(begun);
        }

        async Task<TimeSpan> RefusedAsync(int gateway)
        {
            await Eventually.BecomesAsync(async () => !await device.IsSignedInAsync(gateway), "the session is refused");
            return TimeProvider.System.GetElapsedTime(begun);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task Nothing_that_is_sent_is_read_before_the_key(string body)
    {
        using var http = new HttpClient();
        foreach (var path in new[] { "/operator/sessions/end", "/operator/purge" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var reply = await http.PostAsync(new Uri(Bff.AddressOf(0), path), content);

            reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
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
