using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Surveys;

/// <summary>A person's answers. Source: v6 SurveyResponseRequest; the customer in it is set on the silo side, from who is signed in.</summary>
/// <param name="Answers">Question id to answer, a JSON object as text.</param>
/// <param name="Metadata">What the client attaches, a JSON object as text.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-answers")]
public sealed record SurveyAnswers([property: Id(0)] string Answers, [property: Id(1)] string? Metadata)
{
    /// <summary>Names the type only: answers are a person's own.</summary>
    public override string ToString() => nameof(SurveyAnswers);
}

/// <summary>Answers a survey. Source: v6 submitSurveyResponse.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="Survey">Survey id, not its slug.</param>
/// <param name="Answers">The answers.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-submission")]
public sealed record SurveySubmission([property: Id(0)] Caller Caller, [property: Id(1)] EntityId Survey, [property: Id(2)] SurveyAnswers Answers);

/// <summary>Answers a survey by invitation. Source: v6 submitSurveyResponseByToken.</summary>
/// <param name="Token">The invitation.</param>
/// <param name="Answers">The answers.</param>
[GenerateSerializer, Immutable, Alias("bff.invited-submission")]
public sealed record InvitedSubmission([property: Id(0)] InvitationToken Token, [property: Id(1)] SurveyAnswers Answers);

/// <summary>Receipt of a response. Source: v6 SurveyReceipt.</summary>
/// <param name="ResponseId">Response id.</param>
/// <param name="Duplicate">An earlier response was found and nothing new was stored; that too is success.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-receipt")]
public sealed record SurveyReceipt([property: Id(0)] string ResponseId, [property: Id(1)] bool Duplicate);
