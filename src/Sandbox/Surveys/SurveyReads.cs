using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Surveys;

/// <summary>getSurveyBySlug and getSurveyByToken.</summary>
internal static class SurveyReads
{
    public static Reply BySlug(Call call)
    {
        if (Book(call).FindBySlug(call.Id) is not { IsOpenBySlug: true } survey)
        {
            return Reply.NotFound("SURVEY_NOT_FOUND", "No such survey.");
        }

        return survey.IsFor(call.Customer)
            ? Reply.Ok(SurveyJson.View(survey, call.Tenant.Id))
            : MembersOnly();
    }

    public static Reply ByToken(Call call)
    {
        var (invitation, refusal) = OpenInvitation(call);
        if (invitation is null)
        {
            return refusal!;
        }

        return invitation.Response is null
            ? Reply.Ok(SurveyJson.View(invitation, call.Tenant.Id))
            : Reply.Failed(StatusCodes.Status403Forbidden, "INVITATION_SPENT", "The invitation was used before.");
    }

    /// <summary>The invitation of the path, spent or not, or why it opens nothing.</summary>
    public static (Invitation? Found, Reply? Refusal) OpenInvitation(Call call)
    {
        if (Book(call).FindByToken(call.Id) is not { Survey.IsOut: true } invitation)
        {
            return (null, Reply.NotFound("INVITATION_NOT_FOUND", "No such invitation."));
        }

        return invitation.IsExpired(call.Now)
            ? (null, Reply.Failed(StatusCodes.Status403Forbidden, "INVITATION_EXPIRED", "The invitation has ended."))
            : (invitation, null);
    }

    public static Reply MembersOnly() => Reply.Forbidden("Only signed-in customers may see this survey.");

    public static SurveyBook Book(Call call) => call.Tenant.Part(SurveyBook.Create);
}
