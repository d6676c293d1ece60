using System.Net;
using System.Text.Json.Nodes;
using Bff.Tests.Sandbox.Auth;

namespace Bff.Tests.Sandbox.Surveys;

public sealed class SurveyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Feedback = "srv-001";
    private const string Preferences = "srv-002";

    [Fact]
    public async Task A_public_survey_can_be_read_by_anybody_and_a_members_survey_by_members()
    {
        using var guest = sandbox.Salon();
        using var member = await sandbox.SalonAsync();

        var open = await guest.GetAsync("/surveys/visit-feedback");
        var closed = await guest.GetAsync("/surveys/member-preferences");
        var opened = await member.GetAsync("/surveys/member-preferences");

        ((string)open.Data["survey"]!["id"]!, (string)open.Data["survey"]!["companyId"]!).ShouldBe((Feedback, "salon-hk"));
        (closed.Status, closed.ErrorCode).ShouldBe((HttpStatusCode.Forbidden, "FORBIDDEN"));
        opened.Data["survey"]!["questionBlocks"]!.AsArray().Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("price-study", "a draft")]
    [InlineData("colour-follow-up", "by invitation only")]
    [InlineData("nothing", "unknown")]
    public async Task What_its_slug_does_not_open_is_not_found(string slug, string why)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.GetAsync($"/surveys/{slug}");

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "SURVEY_NOT_FOUND"), why);
    }

    [Fact]
    public async Task A_second_answer_of_a_member_is_a_duplicate_and_not_stored()
    {
        using var member = await sandbox.SalonAsync(SignIn.SalonSilver);
        var body = Answers("""{"stylist":"st-ada","visits":12}""");

        var first = await member.PostAsync($"/surveys/{Preferences}/responses", body);
        var second = await member.PostAsync($"/surveys/{Preferences}/responses", body);

        (first.Status, second.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK));
        ((bool)second.Data["duplicate"]!, (string)second.Data["responseId"]!).ShouldBe((true, (string)first.Data["responseId"]!));
        (await ResponsesAsync(Preferences)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Guests_may_answer_as_often_as_they_like_and_are_believed_to_be_nobody()
    {
        using var guest = sandbox.Salon();
        var body = Answers("""{"rating":5,"recommend":9}""");
        body["customerId"] = "00000000-0000-4000-8000-000000000001";

        var first = await guest.PostAsync($"/surveys/{Feedback}/responses", body);
        var second = await guest.PostAsync($"/surveys/{Feedback}/responses", body);

        ((string)second.Data["responseId"]!).ShouldNotBe((string)first.Data["responseId"]!);
        var stored = (await ResponsesAsync(Feedback)).Single(r => (string)r["responseId"]! == (string)first.Data["responseId"]!);
        stored["memberUuid"].ShouldBeNull();
        ((int)stored["answers"]!["recommend"]!).ShouldBe(9);
    }

    [Theory]
    [InlineData("""{}""", "answers.rating", "answers.wrong", "answers.recommend")]
    [InlineData("""{"rating":4}""", "answers.recommend")]
    [InlineData("""{"rating":2,"recommend":1}""", "answers.wrong")]
    [InlineData("""{"rating":6,"recommend":9}""", "answers.rating")]
    [InlineData("""{"rating":"5","recommend":9,"wrong":["waiting"]}""", "answers.rating")]
    [InlineData("""{"rating":1,"wrong":["weather"],"recommend":9}""", "answers.wrong")]
    [InlineData("""{"rating":5,"recommend":9,"email":"no"}""", "answers.email")]
    [InlineData("""{"rating":5,"recommend":9,"colour":"red"}""", "answers.colour")]
    public async Task Answers_are_held_against_the_questions_that_were_met(string answers, params string[] fields)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostAsync($"/surveys/{Feedback}/responses", Answers(answers));

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"));
        answer.InvalidFields.ShouldBe(fields, ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{}""", "answers")]
    [InlineData("""{"answers":[]}""", "answers")]
    [InlineData("""{"answers":{},"metadata":"x"}""", "metadata")]
    public async Task A_malformed_field_is_named(string body, string field)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostTextAsync($"/surveys/{Feedback}/responses", body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.InvalidFields.ShouldBe([field]);
    }

    [Theory]
    [InlineData("srv-004", HttpStatusCode.Conflict, "SURVEY_CLOSED")]
    [InlineData("srv-005", HttpStatusCode.Conflict, "SURVEY_NOT_OPEN")]
    [InlineData("srv-003", HttpStatusCode.NotFound, "SURVEY_NOT_FOUND")]
    [InlineData("srv-002", HttpStatusCode.Forbidden, "FORBIDDEN")]
    [InlineData("visit-feedback", HttpStatusCode.NotFound, "SURVEY_NOT_FOUND")]
    public async Task A_survey_that_takes_no_answer_of_this_caller_says_why(string id, HttpStatusCode status, string code)
    {
        using var salon = sandbox.Salon();

        var answer = await salon.PostAsync($"/surveys/{id}/responses", Answers("{}"));

        (answer.Status, answer.ErrorCode).ShouldBe((status, code));
    }

    [Fact]
    public async Task Parallel_answers_of_one_member_store_one()
    {
        using var yoga = sandbox.Yoga();
        yoga.Token = await sandbox.TokenAsync(yoga, "yoga-berlin", "email", SignIn.YogaGold);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            yoga.PostAsync("/surveys/srv-001/responses", Answers("""{"rating":5}"""))));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Select(a => (string)a.Data["responseId"]!).Distinct().Count().ShouldBe(1);
        sandbox.World.Counters["submitSurveyResponse", "yoga-berlin"].Commits.ShouldBe(1);
    }

    private static JsonObject Answers(string answers) => new() { ["answers"] = JsonNode.Parse(answers) };

    private async Task<List<JsonNode>> ResponsesAsync(string id)
    {
        var surveys = await sandbox.StateAsync("surveys", "salon-hk");
        return [.. surveys.Single(s => (string)s!["id"]! == id)!["responses"]!.AsArray().Select(r => r!)];
    }
}
