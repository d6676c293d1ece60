using Bff.Contracts.Surveys;
using Bff.Gateway.Content;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Surveys;

internal sealed class SurveyType : ObjectGraphType<Survey>
{
    public SurveyType()
    {
        Name = "Survey";
        Description = "A survey as a respondent sees it. Source: v6 getSurveyBySlug, getSurveyByToken.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Survey id: what submitSurveyResponse asks for.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("title").Description("Title.").Resolve(c => c.Source.Title);
        Field<NonNullGraphType<StringGraphType>>("slug").Description("Part of its URL: the argument of survey.").Resolve(c => c.Source.Slug);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
        Field<NonNullGraphType<SurveyStatusType>>("status").Description("State; UNKNOWN for one that this schema does not name, see statusText.").Resolve(c => OpenEnum<SurveyStatus>.Of(c.Source.Status));
        Field<NonNullGraphType<StringGraphType>>("statusText").Description("State as v6 writes it.").Resolve(c => c.Source.Status);
        Field<NonNullGraphType<VisibilityType>>("visibility").Description("Who may open it; UNKNOWN for an audience that this schema does not name, see visibilityText.").Resolve(c => OpenEnum<Visibility>.Of(c.Source.Visibility));
        Field<NonNullGraphType<StringGraphType>>("visibilityText").Description("Who may open it, as v6 writes it.").Resolve(c => c.Source.Visibility);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SurveyQuestionType>>>>("questionBlocks").Description("Questions in order.").Resolve(c => c.Source.Questions);
        Field<NonNullGraphType<SurveySettingsType>>("settings").Description("How it behaves.").Resolve(c => c.Source.Settings);
        Field<DateTimeScalar>("openAt").Description("From when it takes responses.").Resolve(c => c.Source.OpenAt);
        Field<DateTimeScalar>("closeAt").Description("Until when.").Resolve(c => c.Source.CloseAt);
    }
}

internal sealed class SurveySettingsType : ObjectGraphType<SurveySettings>
{
    public SurveySettingsType()
    {
        Name = "SurveySettings";
        Description = "How a survey behaves. Source: v6 getSurveyBySlug, getSurveyByToken.";
        Field<StringGraphType>("submitLabel").Description("Caption of the send button.").Resolve(c => c.Source.SubmitLabel);
        Field<StringGraphType>("successMessage").Description("Text after sending.").Resolve(c => c.Source.SuccessMessage);
        Field<NonNullGraphType<BooleanGraphType>>("allowPartial").Description("Half-filled answers are kept.").Resolve(c => c.Source.AllowPartial);
        Field<NonNullGraphType<BooleanGraphType>>("allowAnonymous").Description("No identity is needed.").Resolve(c => c.Source.AllowAnonymous);
        Field<NonNullGraphType<BooleanGraphType>>("oneResponsePerAccount").Description("A second response is not stored.").Resolve(c => c.Source.OneResponsePerAccount);
        Field<JsonScalar>("theme").Description("Its look, as the merchant's tools wrote it.").Resolve(c => JsonText.Parse(c.Source.Theme));
    }
}

internal sealed class SurveyViewType : ObjectGraphType<SurveyView>
{
    public SurveyViewType()
    {
        Name = "SurveyView";
        Description = "What is behind a personal link. Source: v6 getSurveyByToken.";
        Field<NonNullGraphType<SurveyType>>("survey").Description("The survey.").Resolve(c => c.Source.Survey);
        Field<SurveyInvitationType>("invitation").Description("The invitation, when v6 sends it.").Resolve(c => c.Source.Invitation);
    }
}

internal sealed class SurveyInvitationType : ObjectGraphType<SurveyInvitation>
{
    public SurveyInvitationType()
    {
        Name = "SurveyInvitation";
        Description = "A personal invitation to a survey. Source: v6 getSurveyByToken.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Invitation id.").Resolve(c => c.Source.Id);
        Field<IdGraphType>("surveyId").Description("The survey, when v6 names it.").Resolve(c => c.Source.SurveyId);
        Field<DateTimeScalar>("expiresAt").Description("When it ends; null for never.").Resolve(c => c.Source.ExpiresAt);
    }
}
