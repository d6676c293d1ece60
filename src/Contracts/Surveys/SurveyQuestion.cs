using System.Collections.Immutable;

namespace Bff.Contracts.Surveys;

/// <summary>Question or statement of a survey. Source: v6 SurveyQuestion.</summary>
/// <param name="Id">Key in the map of answers.</param>
/// <param name="Type">Kind of question as v6 writes it; open set.</param>
/// <param name="Title">The question.</param>
/// <param name="Description">Longer text.</param>
/// <param name="HelpText">Hint.</param>
/// <param name="Required">An answer is needed.</param>
/// <param name="Options">Choices.</param>
/// <param name="Validation">Limits on the answer.</param>
/// <param name="Branches">Where an answer leads.</param>
/// <param name="Metadata">What the tenant attached, a JSON object as text.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-question")]
public sealed record SurveyQuestion(
    [property: Id(0)] string Id,
    [property: Id(1)] string Type,
    [property: Id(2)] string Title,
    [property: Id(3)] string? Description,
    [property: Id(4)] string? HelpText,
    [property: Id(5)] bool Required,
    [property: Id(6)] ImmutableArray<SurveyOption> Options,
    [property: Id(7)] SurveyValidation? Validation,
    [property: Id(8)] ImmutableArray<SurveyBranch> Branches,
    [property: Id(9)] string? Metadata);

/// <summary>Choice of a question. Source: v6 SurveyOption.</summary>
/// <param name="Id">Choice id; null when v6 gave none.</param>
/// <param name="Label">Caption.</param>
/// <param name="Value">Value to send.</param>
/// <param name="Score">Points it scores.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-option")]
public sealed record SurveyOption(
    [property: Id(0)] string? Id, [property: Id(1)] string Label, [property: Id(2)] string Value, [property: Id(3)] decimal? Score);

/// <summary>Limits on an answer. Source: v6 SurveyValidation.</summary>
/// <param name="Min">Lowest number.</param>
/// <param name="Max">Highest number.</param>
/// <param name="MinLength">Fewest characters.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="Pattern">Regular expression that the text has to match.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-validation")]
public sealed record SurveyValidation(
    [property: Id(0)] decimal? Min,
    [property: Id(1)] decimal? Max,
    [property: Id(2)] int? MinLength,
    [property: Id(3)] int? MaxLength,
    [property: Id(4)] string? Pattern);

/// <summary>Where an answer leads. Source: v6 SurveyBranch.</summary>
/// <param name="Operator">How the answer is compared (equals, not_equals, contains, greater_than, less_than) as v6 writes it; open set.</param>
/// <param name="Value">What it is compared with, a JSON value as text.</param>
/// <param name="GoToQuestionId">Question to go to.</param>
/// <param name="EndSurvey">Stop here.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-branch")]
public sealed record SurveyBranch(
    [property: Id(0)] string Operator, [property: Id(1)] string? Value, [property: Id(2)] string? GoToQuestionId, [property: Id(3)] bool EndSurvey);
