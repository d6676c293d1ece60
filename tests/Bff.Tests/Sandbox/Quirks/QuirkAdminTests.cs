using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Quirks;

public sealed class QuirkAdminTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("""{"preset":"vendor"}""")]
    [InlineData("""{"rows":[46]}""")]
    [InlineData("""{"rows":[35]}""")]
    [InlineData("""{"rows":[1],"forms":{"1":"naked"}}""")]
    [InlineData("""{}""")]
    [InlineData("""{"row":[1]}""")]
    public async Task A_setting_that_would_do_nothing_is_refused(string json)
    {
        using var admin = sandbox.Admin();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        ((int)(await admin.PutAsync("/admin/quirks", content)).StatusCode).ShouldBe(400);
        sandbox.World.Quirks.Current.IsContract.ShouldBeTrue();
    }

    [Fact]
    public async Task Answers_rendered_under_one_setting_are_not_sent_under_another()
    {
        using var salon = sandbox.Unchecked("salon-hk");
        var contract = await salon.GetAsync("/services");

        await sandbox.RowAsync(2);
        var bare = await salon.GetAsync("/services");
        await sandbox.PresetAsync("contract");
        var again = await salon.GetAsync("/services");

        bare.Data.ShouldBeOfType<JsonArray>();
        again.Text.ShouldBe(contract.Text);
    }

    [Fact]
    public async Task The_rows_that_are_on_can_be_read()
    {
        using var admin = sandbox.Admin();
        await sandbox.RowAsync(11);

        var now = await admin.GetFromJsonAsync<JsonObject>("/admin/quirks");
        await sandbox.PresetAsync("contract");

        now!["rows"]!.AsArray().Select(r => (int)r!).ShouldBe([11]);
    }
}
