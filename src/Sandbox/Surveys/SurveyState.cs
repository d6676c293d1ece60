using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Surveys;

/// <summary>Surveys with their responses, and invitations with their secrets, as the admin shows them.</summary>
internal static class SurveyState
{
    public static IEnumerable<JsonNode> DescribeSurveys(Tenant tenant) =>
        tenant.Part(SurveyBook.Create).Surveys.Select(survey => new JsonObject
        {
            ["id"] = survey.Id,
            ["slug"] = survey.Seed.Slug,
            ["status"] = survey.Seed.Status,
            ["visibility"] = survey.Seed.Visibility,
            ["responses"] = Reply.Array(survey.Responses.Select(Describe)),
        });

    public static IEnumerable<JsonNode> DescribeInvitations(Tenant tenant)
    {
        var now = NodaTime.Instant.FromDateTimeOffset(tenant.World.Clock.GetUtcNow());
        return tenant.Part(SurveyBook.Create).Invitations.Select(invitation => new JsonObject
        {
            ["id"] = invitation.Id,
            ["token"] = invitation.Token,
            ["surveyId"] = invitation.Survey.Id,
            ["surveySlug"] = invitation.Survey.Seed.Slug,
            ["memberUuid"] = invitation.MemberUuid,
            ["contactId"] = invitation.ContactId,
            ["expiresAt"] = SurveyJson.Moment(invitation.ExpiresAt),
            ["expired"] = invitation.IsExpired(now),
            ["spent"] = invitation.Response is not null,
            ["responseId"] = invitation.Response?.Id,
        });
    }

    private static JsonObject Describe(SurveyResponse response) => new()
    {
        ["responseId"] = response.Id,
        ["memberUuid"] = response.MemberUuid,
        ["customerId"] = response.ClaimedId,
        ["invitationId"] = response.InvitationId,
        ["answers"] = response.Answers.DeepClone(),
        ["metadata"] = response.Metadata?.DeepClone(),
        ["createdAt"] = SurveyJson.Moment(response.At),
    };
}
