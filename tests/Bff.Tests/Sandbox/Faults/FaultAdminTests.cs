using System.Net;
using System.Text;

namespace Bff.Tests.Sandbox.Faults;

public sealed class FaultAdminTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Faults_are_put_as_a_list_and_deleted()
    {
        using var admin = sandbox.Admin();
        using var salon = sandbox.Salon();

        var put = await PutAsync(admin, """[{"operationId":"listServices","tenant":"salon-hk","kind":"status","status":503,"times":5}]""");
        var during = await salon.GetAsync("/services");
        await admin.DeleteAsync("/admin/faults");
        var after = await salon.GetAsync("/services");

        put.ShouldBe(HttpStatusCode.OK);
        (during.Status, after.Status).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("""[{"operationId":"listServises","kind":"hang"}]""")]
    [InlineData("""[{"kind":"explode"}]""")]
    [InlineData("""[{"kind":"latency","delay":5}]""")]
    [InlineData("""[{"kind":"status"}]""")]
    [InlineData("""[{"kind":"refuse","tenant":"salon-hk"}]""")]
    [InlineData("""{"kind":"hang"}""")]
    public async Task A_rule_that_would_do_nothing_is_refused(string rules)
    {
        using var admin = sandbox.Admin();

        (await PutAsync(admin, rules)).ShouldBe(HttpStatusCode.BadRequest);
        sandbox.World.Faults.Rules.ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient admin, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return (await admin.PutAsync("/admin/faults", content)).StatusCode;
    }
}
