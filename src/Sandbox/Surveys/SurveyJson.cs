using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Surveys;

/// <summary>Surveys in the contract's form. The sample data has questions and settings in that form already.</summary>
internal static class SurveyJson
{
    private static readonly JsonSerializerOptions SeedForm = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JsonObject View(Survey survey, string companyId) => new() { ["survey"] = Describe(survey, companyId) };

    public static JsonObject View(Invitation invitation, string companyId)
    {
        var json = View(invitation.Survey, companyId);
        json["invitation"] = new JsonObject
        {
            ["id"] = invitation.Id,
            ["surveyId"] = invitation.Survey.Id,
            ["accountId"] = invitation.MemberUuid,
            ["contactId"] = invitation.ContactId,
            ["expiresAt"] = Moment(invitation.ExpiresAt),
        };
        return json;
    }

    public static JsonObject Receipt(SurveyResponse response, bool isDuplicate) =>
        new() { ["responseId"] = response.Id, ["duplicate"] = isDuplicate };

    public static string? Moment(Instant? instant) => instant is { } known ? InstantPattern.ExtendedIso.Format(known) : null;

    private static JsonObject Describe(Survey survey, string companyId) => new()
    {
        ["id"] = survey.Id,
        ["companyId"] = companyId,
        ["accountId"] = null,
        ["title"] = survey.Seed.Title,
        ["slug"] = survey.Seed.Slug,
        ["description"] = survey.Seed.Description,
        ["status"] = survey.Seed.Status,
        ["visibility"] = survey.Seed.Visibility,
        ["questionBlocks"] = JsonSerializer.SerializeToNode(survey.Seed.Questions, SeedForm),
        ["settings"] = JsonSerializer.SerializeToNode(survey.Seed.Settings, SeedForm),
        ["openAt"] = Moment(survey.OpensAt),
        ["closeAt"] = Moment(survey.ClosesAt),
        ["createdAt"] = Moment(survey.CreatedAt),
        ["updatedAt"] = Moment(survey.CreatedAt),
    };
}
