using GraphQL.Types;

namespace Bff.Gateway.Surveys;

/// <summary>States of a survey that v6 documents.</summary>
internal enum SurveyStatus
{
    Unknown,
    Draft,
    Published,
    Closed,
    Archived,
}

/// <summary>Kinds of questions that v6 documents.</summary>
internal enum SurveyQuestionKind
{
    Unknown,
    ShortText,
    LongText,
    SingleChoice,
    MultiChoice,
    Rating,
    Nps,
    Date,
    Number,
    Email,
    Phone,
    Statement,
    Custom,
}

/// <summary>How an answer is compared, as v6 documents it.</summary>
internal enum SurveyOperator
{
    Unknown,
    Equals,
    NotEquals,
    Contains,
    GreaterThan,
    LessThan,
}

internal sealed class SurveyStatusType : EnumerationGraphType<SurveyStatus>
{
    public SurveyStatusType()
    {
        Name = "SurveyStatus";
        Description = "State of a survey; only PUBLISHED ones take responses. UNKNOWN is one that v6 has added since.";
    }
}

internal sealed class SurveyQuestionKindType : EnumerationGraphType<SurveyQuestionKind>
{
    public SurveyQuestionKindType()
    {
        Name = "SurveyQuestionType";
        Description = "Kind of question. UNKNOWN is one that v6 has added since.";
    }
}

internal sealed class SurveyOperatorType : EnumerationGraphType<SurveyOperator>
{
    public SurveyOperatorType()
    {
        Name = "SurveyOperator";
        Description = "How an answer is compared. UNKNOWN is one that v6 has added since.";
    }
}
