using Bff.Tests.Fixture;
using Bff.Tests.Upstream;

namespace Bff.Tests.Auth;

/// <summary>What an operator or an intruder did can be read afterwards, and names no person.</summary>
public sealed class AuditTests(AuditTests.Recorded recorded) : IClassFixture<AuditTests.Recorded>
{
    private BffFixture Bff => recorded.Bff;

    [Fact]
    public async Task Ending_a_customers_sessions_is_written_down()
    {
        var device = await Device.SignedInAsync(Bff);
        var customer = (await device.SendAsync("{ me { id } }")).Data.GetProperty("me").GetProperty("id").GetString()!;

        await Operator.OrderAsync(Bff, new { tenant = device.Tenant, customer });

        var line = AuditOf(device.Tenant).ShouldHaveSingleItem();
        line.ShouldContain("sessions of a customer");
        line.ShouldContain("by operator True, 1 ended");
        line.ShouldNotContain(customer);
    }

    [Fact]
    public async Task Ending_a_tenants_sessions_is_written_down_once_however_often_it_is_ordered()
    {
        var device = await Device.SignedInAsync(Bff);

        await Operator.OrderAsync(Bff, new { tenant = device.Tenant, orderId = "audit-7" });
        await Operator.OrderAsync(Bff, new { tenant = device.Tenant, orderId = "audit-7" });

        var line = AuditOf(device.Tenant).ShouldHaveSingleItem();
        line.ShouldContain("all sessions");
        line.ShouldContain("audit-7");
    }

    [Fact]
    public async Task A_session_of_another_tenant_is_written_down_with_the_tenant_that_was_tried()
    {
        var device = await Device.SignedInAsync(Bff);
        var elsewhere = Bff.NewTenant();

        await device.SendAsync("{ me { id } }", atTenant: elsewhere);

        AuditOf(elsewhere).ShouldHaveSingleItem().ShouldContain("another tenant");
        AuditOf(device.Tenant).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_that_v6_ended_is_written_down()
    {
        var device = await Device.SignedInAsync(Bff);
        var customer = (await device.SendAsync("{ me { id } }")).Data.GetProperty("me").GetProperty("id").GetString()!;
        Bff.V6.RevokeTokens(device.Tenant, customer);

        var reply = await device.SendAsync("{ me { bookings { id } } }");

        reply.Codes.ShouldBe([Contracts.Answers.ErrorCodes.Unauthenticated]);
        AuditOf(device.Tenant).ShouldHaveSingleItem().ShouldContain("v6 refused to renew");
    }

    private string[] AuditOf(string tenant) => [.. recorded.Log.Lines.Where(line => line.StartsWith("Audit:", StringComparison.Ordinal) && line.Contains(tenant, StringComparison.Ordinal))];

    public sealed class Recorded : IAsyncLifetime
    {
        internal CapturedLog Log { get; } = new();

        internal BffFixture Bff { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bff = await BffFixture.StartAsync(new BffSetup { Log = Log, Settings = Operator.Settings });

        public async ValueTask DisposeAsync()
        {
            await Bff.DisposeAsync();
            Log.Dispose();
        }
    }
}
