using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class EnvelopeQuirkTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(null, "id")]
    [InlineData("dataOnly", "data")]
    [InlineData("meta", "success,data,meta")]
    public async Task V1_the_envelope_varies(string? form, string members)
    {
        await sandbox.RowAsync(1, form);
        using var salon = sandbox.Unchecked("salon-hk");

        var json = (await salon.GetAsync("/services/svc-001")).Json.AsObject();

        string.Join(',', json.Select(p => p.Key)).ShouldStartWith(members);
    }

    [Theory]
    [InlineData("/services")]
    [InlineData("/services/svc-014/staff")]
    [InlineData("/services/svc-020/resources")]
    [InlineData("/membership-tiers")]
    public async Task V2_lists_are_bare_arrays(string path)
    {
        await sandbox.RowAsync(2);
        using var salon = sandbox.Unchecked("salon-hk");

        (await salon.GetAsync(path)).Data.ShouldBeOfType<JsonArray>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(null, """{"error":{"code":"NOT_FOUND","message":"Nothing there."}}""")]
    [InlineData("message", """{"message":"Nothing there."}""")]
    [InlineData("messageObject", """{"message":{"text":"Nothing there."}}""")]
    [InlineData("messageArray", """{"message":["Nothing there."]}""")]
    [InlineData("empty", "")]
    [InlineData("html", "<html><body><h1>Nothing there.</h1></body></html>")]
    public async Task V43_errors_vary(string? form, string body)
    {
        await sandbox.RowAsync(43, form);
        using var salon = sandbox.Unchecked("salon-hk");

        var answer = await salon.GetAsync("/services/svc-999");

        (answer.Status, answer.Text).ShouldBe((HttpStatusCode.NotFound, body));
    }

    [Fact]
    public async Task V44_a_success_may_have_no_body()
    {
        await sandbox.PresetAsync("contract");
        using var member = await sandbox.SalonAsync();
        using var salon = sandbox.Unchecked("salon-hk");
        salon.Token = member.Token;

        await sandbox.RowAsync(44);
        var answer = await salon.PostAsync("/auth/logout");

        (answer.Status, answer.Text).ShouldBe((HttpStatusCode.NoContent, ""));
    }

    [Fact]
    public async Task V41_the_host_is_sent_as_hostname_and_a_miss_says_nothing_but_success_false()
    {
        await sandbox.RowAsync(41);
        using var client = new SandboxClient(sandbox.Server.ApiAddress, null) { ChecksContract = false };

        var found = await client.GetAsync("/storefront/resolve-domain?hostname=yoga.example");
        var missed = await client.GetAsync("/storefront/resolve-domain?hostname=nobody.example");

        ((string)found.Data["companyId"]!).ShouldBe("yoga-berlin");
        (missed.Status, missed.Text).ShouldBe((HttpStatusCode.NotFound, """{"success":false}"""));
    }
}
