using NodaTime;

namespace Bff.Sandbox.Surveys;

/// <summary>A personal link to a survey, good for one response.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">Secret part of the link; begins with the tenant's id, because such calls carry no tenant.</param>
/// <param name="Survey">Survey that it opens.</param>
/// <param name="MemberUuid">Member it was sent to.</param>
/// <param name="ContactId">Contact it was sent to.</param>
/// <param name="ExpiresAt">End; null for none.</param>
internal sealed record Invitation(string Id, string Token, Survey Survey, string? MemberUuid, string? ContactId, Instant? ExpiresAt)
{
    /// <summary>The response that spent it; null while it can be used.</summary>
    public SurveyResponse? Response { get; set; }

    public bool IsExpired(Instant now) => ExpiresAt <= now;
}
