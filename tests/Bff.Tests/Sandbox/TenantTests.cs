using System.Net;

namespace Bff.Tests.Sandbox;

public sealed class TenantTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    [InlineData("load-00000")]
    [InlineData("load-10001")]
    public async Task A_missing_or_unknown_tenant_is_refused_before_ids_are_looked_at(string? tenant)
    {
        using var client = sandbox.For(tenant);

        var answer = await client.GetAsync("/services/svc-999");

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "TENANT_REQUIRED"));
    }

    [Theory]
    [InlineData("salon.example", "HKD")]
    [InlineData("YOGA.example:8080", "EUR")]
    [InlineData("shop.example", "USD")]
    [InlineData("load-10000.example", "HKD")]
    public async Task The_host_names_the_tenant_when_no_header_does(string host, string currency)
    {
        using var client = sandbox.For(null);
        client.Host = host;

        var services = await client.GetAsync("/services");

        ((string)services.Items[0]!["currency"]!).ShouldBe(currency);
    }

    [Fact]
    public async Task A_domain_is_resolved_without_a_tenant()
    {
        using var client = sandbox.For(null);

        var known = await client.GetAsync("/storefront/resolve-domain?domain=yoga.example");
        var unknown = await client.GetAsync("/storefront/resolve-domain?domain=nobody.example");
        var missing = await client.GetAsync("/storefront/resolve-domain");

        ((string)known.Data["companyId"]!).ShouldBe("yoga-berlin");
        (unknown.Status, unknown.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "NOT_FOUND"));
        (missing.Status, missing.InvalidFields.Single()).ShouldBe((HttpStatusCode.BadRequest, "domain"));
    }
}
