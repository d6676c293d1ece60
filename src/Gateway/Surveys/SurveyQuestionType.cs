using Bff.Contracts.Surveys;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Surveys;

internal sealed class SurveyQuestionType : ObjectGraphType<SurveyQuestion>
{
    public SurveyQuestionType()
    {
        Name = "SurveyQuestion";
        Description = "Question or statement of a survey; its texts are plain. Source: v6 getSurveyBySlug, getSurveyByToken.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Its key in the map of answers.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<SurveyQuestionKindType>>("type").Description("Kind of question; UNKNOWN for one that this schema does not name, see typeText.").Resolve(c => OpenEnum<SurveyQuestionKind>.Of(c.Source.Type));
        Field<NonNullGraphType<StringGraphType>>("typeText").Description("Kind of question as v6 writes it.").Resolve(c => c.Source.Type);
        Field<NonNullGraphType<StringGraphType>>("title").Description("The question.").Resolve(c => c.Source.Title);
        Field<StringGraphType>("description").Description("Longer text.").Resolve(c => c.Source.Description);
        Field<StringGraphType>("helpText").Description("Hint.").Resolve(c => c.Source.HelpText);
        Field<NonNullGraphType<BooleanGraphType>>("required").Description("An answer is needed.").Resolve(c => c.Source.Required);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SurveyOptionType>>>>("options").Description("Choices.").Resolve(c => c.Source.Options);
        Field<SurveyValidationType>("validation").Description("Limits on the answer.").Resolve(c => c.Source.Validation);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<SurveyBranchType>>>>("branches").Description("Where an answer leads.").Resolve(c => c.Source.Branches);
        Field<JsonScalar>("metadata").Description("What the merchant attached.").Resolve(c => JsonText.Parse(c.Source.Metadata));
    }
}

internal sealed class SurveyOptionType : ObjectGraphType<SurveyOption>
{
    public SurveyOptionType()
    {
        Name = "SurveyOption";
        Description = "Choice of a question.";
        Field<IdGraphType>("id").Description("Choice id, when v6 gives one.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("label").Description("Caption.").Resolve(c => c.Source.Label);
        Field<NonNullGraphType<StringGraphType>>("value").Description("Value to send.").Resolve(c => c.Source.Value);
        Field<FloatGraphType>("score").Description("Points it scores.").Resolve(c => (double?)c.Source.Score);
    }
}

internal sealed class SurveyValidationType : ObjectGraphType<SurveyValidation>
{
    public SurveyValidationType()
    {
        Name = "SurveyValidation";
        Description = "Limits on an answer; v6 checks them.";
        Field<FloatGraphType>("min").Description("Lowest number.").Resolve(c => (double?)c.Source.Min);
        Field<FloatGraphType>("max").Description("Highest number.").Resolve(c => (double?)c.Source.Max);
        Field<IntGraphType>("minLength").Description("Fewest characters.").Resolve(c => c.Source.MinLength);
        Field<IntGraphType>("maxLength").Description("Most characters.").Resolve(c => c.Source.MaxLength);
        Field<StringGraphType>("pattern").Description("Regular expression that the text has to match, as the merchant wrote it.").Resolve(c => c.Source.Pattern);
    }
}

internal sealed class SurveyBranchType : ObjectGraphType<SurveyBranch>
{
    public SurveyBranchType()
    {
        Name = "SurveyBranch";
        Description = "Where an answer leads.";
        Field<NonNullGraphType<SurveyOperatorType>>("operator").Description("How the answer is compared; UNKNOWN for a way that this schema does not name.").Resolve(c => OpenEnum<SurveyOperator>.Of(c.Source.Operator));
        Field<NonNullGraphType<StringGraphType>>("operatorText").Description("How the answer is compared, as v6 writes it.").Resolve(c => c.Source.Operator);
        Field<JsonScalar>("value").Description("What it is compared with; any JSON type.").Resolve(c => JsonText.Parse(c.Source.Value));
        Field<IdGraphType>("goToBlockId").Description("Question to go to.").Resolve(c => c.Source.GoToQuestionId);
        Field<NonNullGraphType<BooleanGraphType>>("endSurvey").Description("Stop here.").Resolve(c => c.Source.EndSurvey);
    }
}
