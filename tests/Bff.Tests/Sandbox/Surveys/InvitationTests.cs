using System.Net;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Surveys;

public sealed class InvitationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_link_opens_its_survey_without_a_tenant_and_is_spent_by_one_answer()
    {
        using var anybody = sandbox.For(null);
        var token = await TokenAsync("salon-hk", i => !(bool)i["spent"]! && !(bool)i["expired"]!);

        var view = await anybody.GetAsync($"/surveys/token/{token}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => anybody.PostAsync($"/surveys/token/{token}/responses", No())));
        var spent = await anybody.GetAsync($"/surveys/token/{token}");

        ((string)view.Data["survey"]!["visibility"]!).ShouldBe("token_only");
        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.OK && (bool)a.Data["duplicate"]!).ShouldBe(7);
        (spent.Status, spent.ErrorCode).ShouldBe((HttpStatusCode.Forbidden, "INVITATION_SPENT"));
    }

    [Fact]
    public async Task The_admin_shows_which_response_spent_a_link_and_whose_it_was()
    {
        using var anybody = sandbox.For(null);
        var token = await TokenAsync("load-00501", i => i["memberUuid"] is not null && !(bool)i["expired"]!);

        var receipt = await anybody.PostAsync($"/surveys/token/{token}/responses", No());
        var state = (await sandbox.StateAsync("invitations", "load-00501")).Single(i => (string)i!["token"]! == token)!;
        var surveys = await sandbox.StateAsync("surveys", "load-00501");
        var stored = surveys.SelectMany(s => s!["responses"]!.AsArray()).Last()!;

        ((bool)state["spent"]!, (string)state["responseId"]!).ShouldBe((true, (string)receipt.Data["responseId"]!));
        ((string)stored["invitationId"]!, (string)stored["memberUuid"]!).ShouldBe(((string)state["id"]!, (string)state["memberUuid"]!));
    }

    [Fact]
    public async Task An_expired_link_is_forbidden_to_read_and_to_answer()
    {
        using var anybody = sandbox.For(null);
        var token = await TokenAsync("yoga-berlin", i => (bool)i["expired"]!);

        var read = await anybody.GetAsync($"/surveys/token/{token}");
        var answer = await anybody.PostAsync($"/surveys/token/{token}/responses", new JsonObject { ["answers"] = new JsonObject() });

        (read.Status, read.ErrorCode).ShouldBe((HttpStatusCode.Forbidden, "INVITATION_EXPIRED"));
        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.Forbidden, "INVITATION_EXPIRED"));
    }

    [Fact]
    public async Task A_link_that_was_spent_before_answers_with_the_earlier_response()
    {
        using var anybody = sandbox.For(null);
        var token = await TokenAsync("yoga-berlin", i => (bool)i["spent"]!);

        var answer = await anybody.PostAsync($"/surveys/token/{token}/responses", new JsonObject { ["answers"] = new JsonObject() });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        ((bool)answer.Data["duplicate"]!).ShouldBeTrue();
        sandbox.World.Counters["submitSurveyResponseByToken", "yoga-berlin"].Commits.ShouldBe(0);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("salon-hk.inv-00000000000000000000")]
    [InlineData("nobody.inv-00000000000000000000")]
    public async Task A_made_up_link_is_not_found(string token)
    {
        using var anybody = sandbox.For(null);

        (await anybody.GetAsync($"/surveys/token/{token}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anybody.PostAsync($"/surveys/token/{token}/responses", No())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_survey_that_takes_half_answers_still_refuses_wrong_ones()
    {
        using var anybody = sandbox.For(null);
        var token = await TokenAsync("load-00502", i => !(bool)i["spent"]! && !(bool)i["expired"]!);

        var wrong = await anybody.PostAsync($"/surveys/token/{token}/responses", Answers("""{"fade":"maybe"}"""));
        var nothing = await anybody.PostAsync($"/surveys/token/{token}/responses", Answers("{}"));

        (wrong.Status, wrong.InvalidFields.Single()).ShouldBe((HttpStatusCode.UnprocessableEntity, "answers.fade"));
        nothing.Status.ShouldBe(HttpStatusCode.Created);
    }

    private static JsonObject No() => Answers("""{"fade":"no"}""");

    private static JsonObject Answers(string answers) => new() { ["answers"] = JsonNode.Parse(answers) };

    private async Task<string> TokenAsync(string tenant, Func<JsonNode, bool> wanted) =>
        (string)(await sandbox.StateAsync("invitations", tenant)).First(i => wanted(i!))!["token"]!;
}
