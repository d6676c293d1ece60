using System.Text.Json;
using Bff.Contracts.Surveys;
using Bff.Upstream.Surveys;

namespace Bff.Grains.Surveys;

/// <summary>Where the oddities of v6's surveys stop.</summary>
internal static class SurveyMapping
{
    public static Survey ToSurvey(this V6Survey survey) => new(
        survey.Id,
        survey.Title,
        survey.Slug,
        survey.Description,
        survey.Status,
        survey.Visibility,
        [.. survey.Questions.Select(ToQuestion)],
        ToSettings(survey.Settings),
        survey.OpenAt,
        survey.CloseAt);

    public static SurveyView ToView(this V6SurveyView view) => new(
        view.Survey.ToSurvey(),
        view.Invitation is { } invitation ? new SurveyInvitation(invitation.Id, invitation.SurveyId, invitation.ExpiresAt) : null);

    public static SurveyReceipt ToReceipt(this V6SurveyReceipt receipt) => new(receipt.ResponseId, receipt.Duplicate);

    public static EnquiryReceipt ToReceipt(this V6ContactReceipt receipt) => new(receipt.ConversationId, receipt.MessageId);

    /// <param name="answers">As the respondent gave them.</param>
    /// <param name="customer">Who is signed in, from the session and from nowhere else (notes Q13).</param>
    public static V6SurveyResponse ToV6(this SurveyAnswers answers, string? customer) => new(ToMembers(answers.Answers)!, customer, ToMembers(answers.Metadata));

    private static Dictionary<string, JsonElement>? ToMembers(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone(), StringComparer.Ordinal);
    }

    private static SurveySettings ToSettings(V6SurveySettings settings) => new(
        settings.SubmitLabel,
        settings.SuccessMessage,
        settings.AllowPartial,
        settings.AllowAnonymous,
        settings.OneResponsePerAccount,
        settings.Theme?.GetRawText());

    private static SurveyQuestion ToQuestion(V6SurveyQuestion question) => new(
        question.Id,
        question.Type,
        question.Title,
        question.Description,
        question.HelpText,
        question.Required,
        [.. question.Options.Select(option => new SurveyOption(option.Id, option.Label, option.Value, option.Score))],
        question.Validation is { } limits
            ? new SurveyValidation(limits.Min, limits.Max, limits.MinLength, limits.MaxLength, limits.Pattern)
            : null,
        [.. question.Branches.Select(branch => new SurveyBranch(branch.Operator, branch.Value?.GetRawText(), branch.GoToBlockId, branch.EndSurvey))],
        question.Metadata?.GetRawText());
}
