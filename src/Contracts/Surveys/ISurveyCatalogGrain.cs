using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Surveys;

/// <summary>
/// One activation is the surveys of one tenant: the one owner of the cached copies that callers without a session share, and the way
/// responses and enquiries go to v6. Key: <see cref="TenantId"/>.
/// </summary>
[GrainInterfaceType("survey-catalog")]
public interface ISurveyCatalogGrain : IGrainWithStringKey
{
    /// <summary>A survey as everybody sees it; absent when there is none for everybody. Source: v6 getSurveyBySlug, asked without a token.</summary>
    [AlwaysInterleave, Alias("survey")]
    Task<Answer<Survey>> GetSurveyAsync(Slug slug);

    /// <summary>The survey behind a personal link; absent when the link opens nothing. Asked anew each time. Source: v6 getSurveyByToken.</summary>
    [AlwaysInterleave, Alias("invitation")]
    Task<Answer<SurveyView>> GetInvitationAsync(InvitationToken token);

    /// <summary>Answers a survey and drops what that makes stale. Never sent twice. Source: v6 submitSurveyResponse.</summary>
    [AlwaysInterleave, Alias("submit")]
    Task<MutationResult<SurveyReceipt>> SubmitAsync(SurveySubmission submission);

    /// <summary>Answers a survey by invitation and drops what that makes stale. Never sent twice. Source: v6 submitSurveyResponseByToken.</summary>
    [AlwaysInterleave, Alias("submit-invited")]
    Task<MutationResult<SurveyReceipt>> SubmitInvitedAsync(InvitedSubmission submission);

    /// <summary>Sends the merchant a message. Never sent twice. Source: v6 submitContact.</summary>
    [AlwaysInterleave, Alias("contact")]
    Task<MutationResult<EnquiryReceipt>> ContactAsync(Enquiry enquiry);
}
