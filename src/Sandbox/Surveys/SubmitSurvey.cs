using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Surveys;

/// <summary>submitSurveyResponse and submitSurveyResponseByToken. A second response is answered like the first, and not stored.</summary>
internal static class SubmitSurvey
{
    public static Reply ById(Call call)
    {
        if (SurveyReads.Book(call).Find(call.Id) is not { IsOpenBySlug: true } survey)
        {
            return Reply.NotFound("SURVEY_NOT_FOUND", "No such survey.");
        }

        if (!survey.IsFor(call.Customer) || (call.Customer is null && !survey.Seed.Settings.AllowAnonymous))
        {
            return SurveyReads.MembersOnly();
        }

        var isOnce = call.Customer is not null && survey.Seed.Settings.OneResponsePerAccount;
        if (call.Checks && isOnce && survey.ResponseOf(call.Customer!.Uuid) is { } earlier)
        {
            return Reply.Ok(SurveyJson.Receipt(earlier, isDuplicate: true));
        }

        var by = new Respondent(call.Customer?.Uuid, call.Text("customerId"), InvitationId: null);
        return Refusal(call, survey) ?? call.Commit(() => Reply.Created(SurveyJson.Receipt(Store(call, survey, by), isDuplicate: false)));
    }

    public static Reply ByToken(Call call)
    {
        var (invitation, refusal) = SurveyReads.OpenInvitation(call);
        if (invitation is null)
        {
            return refusal!;
        }

        if (call.Checks && invitation.Response is { } earlier)
        {
            return Reply.Ok(SurveyJson.Receipt(earlier, isDuplicate: true));
        }

        var by = new Respondent(invitation.MemberUuid, call.Text("customerId"), invitation.Id);
        return Refusal(call, invitation.Survey) ?? call.Commit(() =>
        {
            invitation.Response = Store(call, invitation.Survey, by);
            return Reply.Created(SurveyJson.Receipt(invitation.Response, isDuplicate: false));
        });
    }

    private static Reply? Refusal(Call call, Survey survey)
    {
        if (survey.OpensAt > call.Now)
        {
            return Reply.Conflict("SURVEY_NOT_OPEN", "The survey has not opened yet.");
        }

        if (survey.Seed.Status != "published" || survey.ClosesAt <= call.Now)
        {
            return Reply.Conflict("SURVEY_CLOSED", "The survey takes no more responses.");
        }

        var errors = AnswerRules.Check(survey.Seed, Answers(call));
        return errors.Count == 0
            ? null
            : Reply.Refused("VALIDATION_ERROR", errors[0].Message, FieldError.Details(errors));
    }

    private static SurveyResponse Store(Call call, Survey survey, Respondent by) => survey.Add(
        SurveyReads.Book(call).NextResponseId(),
        by,
        Answers(call).DeepClone().AsObject(),
        call.Body["metadata"]?.DeepClone().AsObject(),
        call.Now);

    private static JsonObject Answers(Call call) => call.Body["answers"]!.AsObject();
}
