namespace Bff.Contracts.Surveys;

/// <summary>A survey behind a personal link. Never kept. Source: v6 SurveyView, getSurveyByToken.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Invitation">The invitation; null when v6 did not send it.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-view")]
public sealed record SurveyView([property: Id(0)] Survey Survey, [property: Id(1)] SurveyInvitation? Invitation);

/// <summary>A personal invitation. Whom it invites stays behind. Source: v6 SurveyInvitation.</summary>
/// <param name="Id">Invitation id.</param>
/// <param name="SurveyId">The survey, when v6 named it.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-invitation")]
public sealed record SurveyInvitation(
    [property: Id(0)] string Id, [property: Id(1)] string? SurveyId, [property: Id(2)] DateTimeOffset? ExpiresAt)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(SurveyInvitation);
}
