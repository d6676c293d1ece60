using System.Text.Json;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Sandbox.Surveys;
using Bff.Tests.Fixture;

namespace Bff.Tests.Surveys;

public sealed class SurveyTests(SharedBff shared) : IClassFixture<SharedBff>
{
    private const string Submit = """
        mutation($input: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $input) {
          response { responseId duplicate } errors { __typename ... on Error { code } ... on ValidationError { field } } } }
        """;

    private const string SubmitInvited = """
        mutation($input: SubmitSurveyInvitationResponseInput!) { submitSurveyInvitationResponse(input: $input) {
          response { responseId duplicate } errors { __typename ... on Error { code } ... on ValidationError { field } } } }
        """;

    private const string Invitation = """
        query($token: String!) { surveyInvitation(token: $token) { survey { id slug questionBlocks { id } } invitation { id expiresAt } } }
        """;

    private static readonly object Answers = new { rating = 5, recommend = 9, comment = "很好 <b>good</b>" };

    private readonly BffFixture bff = shared.Bff;

    [Fact]
    public async Task A_survey_comes_with_its_questions_once_from_v6()
    {
        var tenant = bff.NewTenant();
        const string Document = """
            { survey(slug: "visit-feedback") { id title status visibility closeAt settings { submitLabel oneResponsePerAccount theme }
              questionBlocks { id type typeText title required options { value label score } validation { min max maxLength }
              branches { operator value goToBlockId endSurvey } metadata } } }
            """;

        var survey = (await bff.Storefront(tenant).QueryAsync(Document)).GetProperty("survey");
        await bff.Storefront(tenant).QueryAsync(Document);

        survey.GetProperty("status").GetString().ShouldBe("PUBLISHED");
        survey.GetProperty("questionBlocks")[1].GetProperty("type").GetString().ShouldBe("RATING");
        survey.GetProperty("questionBlocks")[1].GetProperty("branches")[0].GetProperty("value").GetInt32().ShouldBe(3);
        survey.GetProperty("settings").GetProperty("theme").GetProperty("accent").GetString().ShouldBe("#b8860b");
        bff.V6.Calls("getSurveyBySlug", tenant).ShouldBe(1);
    }

    [Fact]
    public async Task A_members_survey_is_for_members_alone()
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.Member(tenant);
        var slug = Slug.Parse("member-preferences");

        var own = await bff.Cluster.Client.GetGrain<ICustomerSurveysGrain>(member.Customer!.Key.ToString()).GetSurveyAsync(new CustomerSurveyRequest(member, slug));
        var reply = await bff.Storefront(tenant).SendAsync("{ survey(slug: \"member-preferences\") { id } }");

        own.Value!.Slug.ShouldBe("member-preferences");
        reply.Codes.ShouldBe(["FORBIDDEN"]);
        reply.Data.GetProperty("survey").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_response_is_stored_as_it_was_given_without_a_customer_of_the_client_s_choice()
    {
        var tenant = bff.NewTenant();

        var receipt = Done(await bff.Storefront(tenant).QueryAsync(Submit, await InputAsync(tenant, new { source = "kiosk" })), "submitSurveyResponse");

        var stored = Book(tenant).FindBySlug("visit-feedback")!.Responses.ShouldHaveSingleItem();
        stored.Id.ShouldBe(receipt.GetProperty("responseId").GetString());
        (stored.MemberUuid, stored.ClaimedId).ShouldBe((null, null));
        JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(stored.Answers.ToJsonString())).ShouldBe(JsonSerializer.Serialize(Answers));
        stored.Metadata!["source"]!.GetValue<string>().ShouldBe("kiosk");
    }

    [Fact]
    public async Task A_member_answers_by_name_once()
    {
        var tenant = bff.NewTenant();
        var member = bff.V6.Member(tenant);
        var surveys = bff.Cluster.Client.GetGrain<ISurveyCatalogGrain>(tenant);
        var survey = Book(tenant).FindBySlug("visit-feedback")!;
        var submission = new SurveySubmission(member, EntityId.Parse(survey.Id), new SurveyAnswers(JsonSerializer.Serialize(Answers), null));

        var first = await surveys.SubmitAsync(submission);
        var second = await surveys.SubmitAsync(submission);

        (first.Value!.Duplicate, second.Value!.Duplicate).ShouldBe((false, true));
        survey.Responses.ShouldHaveSingleItem().MemberUuid.ShouldBe(member.Customer!.Key.Customer.Value);
        survey.Responses[0].ClaimedId.ShouldBe(member.Customer.Key.Customer.Value);
    }

    [Fact]
    public async Task A_response_makes_the_survey_stale()
    {
        var tenant = bff.NewTenant();
        const string Document = "{ survey(slug: \"visit-feedback\") { id } }";
        await bff.Storefront(tenant).QueryAsync(Document);

        Done(await bff.Storefront(tenant).QueryAsync(Submit, await InputAsync(tenant)), "submitSurveyResponse");
        await bff.Storefront(tenant).QueryAsync(Document);

        bff.V6.Calls("getSurveyBySlug", tenant).ShouldBe(2);
    }

    [Fact]
    public async Task A_personal_link_opens_its_survey_and_is_asked_anew_each_time()
    {
        var tenant = bff.NewTenant();
        var token = Unspent(tenant).Token;

        var data = await bff.Storefront(tenant).QueryAsync(Invitation, new { token });
        await bff.Storefront(tenant).QueryAsync(Invitation, new { token });
        var receipt = Done(await bff.Storefront(tenant).QueryAsync(SubmitInvited, new { input = new { token, answers = new { fade = "no" } } }), "submitSurveyInvitationResponse");

        data.GetProperty("surveyInvitation").GetProperty("survey").GetProperty("slug").GetString().ShouldBe("colour-follow-up");
        receipt.GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        Book(tenant).FindByToken(token)!.Response.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("no-such-link")]
    [InlineData("../surveys")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task A_link_that_opens_nothing_is_null(string token)
    {
        var reply = await bff.Storefront(bff.NewTenant()).SendAsync(Invitation, new { token });

        reply.Errors.ShouldBeEmpty(reply.Text);
        reply.Data.GetProperty("surveyInvitation").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_unknown_survey_or_link_is_a_typed_error()
    {
        var shop = bff.Storefront(bff.NewTenant());

        var unknown = await shop.QueryAsync(Submit, new { input = new { id = "srv-999", answers = Answers } });
        var invited = await shop.QueryAsync(SubmitInvited, new { input = new { token = "no-such-link", answers = Answers } });

        unknown.GetProperty("submitSurveyResponse").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotFoundError");
        invited.GetProperty("submitSurveyInvitationResponse").GetProperty("errors")[0].GetProperty("__typename").GetString().ShouldBe("NotFoundError");
    }

    public static TheoryData<string, object> BadInputs => new()
    {
        { "id", new { id = "a/b", answers = Answers } },
        { "id", new { id = "", answers = Answers } },
        { "answers", new { id = "srv-001", answers = "text" } },
        { "answers", new { id = "srv-001", answers = new[] { 1 } } },
        { "answers", new { id = "srv-001", answers = new { long_text = new string('x', 40_000) } } },
        { "answers", new { id = "srv-001", answers = Enumerable.Range(0, 201).ToDictionary(i => $"q{i}", i => i) } },
        { "answers", new { id = "srv-001", answers = new Dictionary<string, int> { [""] = 1 } } },
        { "answers", new { id = "srv-001", answers = new { a = new { b = new { c = new { d = new { e = new { f = new { g = new { h = new { } } } } } } } } } } },
        { "metadata", new { id = "srv-001", answers = Answers, metadata = 7 } },
        { "idempotencyKey", new { id = "srv-001", answers = Answers, idempotencyKey = "" } },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task A_field_that_cannot_be_used_is_named_and_v6_is_not_asked(string field, object input)
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(Submit, new { input });

        data.GetProperty("submitSurveyResponse").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("")]
    public async Task A_link_s_secret_that_cannot_be_one_is_refused_without_asking_v6(string token)
    {
        var tenant = bff.NewTenant();

        var data = await bff.Storefront(tenant).QueryAsync(SubmitInvited, new { input = new { token, answers = Answers } });

        data.GetProperty("submitSurveyInvitationResponse").GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("token");
        bff.V6.AllCalls(tenant).ShouldBe(0);
    }

    [Fact]
    public void Neither_links_nor_answers_reach_the_text_of_what_travels()
    {
        InvitationToken.TryParse("secret-link", out var token).ShouldBeTrue();

        $"{token} {new InvitedSubmission(token, new SurveyAnswers("{\"secret\":1}", null))}".ShouldNotContain("secret");
    }

    private async Task<object> InputAsync(string tenant, object? metadata = null)
    {
        var survey = await bff.Storefront(tenant).QueryAsync("{ survey(slug: \"visit-feedback\") { id } }");
        return new { input = new { id = survey.GetProperty("survey").GetProperty("id").GetString(), answers = Answers, metadata } };
    }

    private SurveyBook Book(string tenant) => bff.V6.World.Tenants.Find(tenant)!.Part(SurveyBook.Create);

    private Invitation Unspent(string tenant) =>
        Book(tenant).Invitations.First(invitation => invitation is { Response: null, ExpiresAt: null, Survey.Seed.Slug: "colour-follow-up" });

    private static JsonElement Done(JsonElement data, string mutation)
    {
        data.GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0, data.GetRawText());
        return data.GetProperty(mutation).GetProperty("response");
    }
}
