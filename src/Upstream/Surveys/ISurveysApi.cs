using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Upstream.Http;

namespace Bff.Upstream.Surveys;

/// <summary>Surveys, storefront domains and the contact form of v6.</summary>
internal interface ISurveysApi
{
    /// <summary>A survey; a token opens those for members. Source: v6 getSurveyBySlug.</summary>
    Task<Fetched<V6SurveyView>> GetSurveyAsync(
        TenantId tenant, CustomerToken? token, Slug survey, CancellationToken cancellationToken = default);

    /// <summary>The survey behind a link. Source: v6 getSurveyByToken.</summary>
    /// <param name="tenant">Whose calls in flight it counts to; v6 learns the tenant from the link.</param>
    /// <param name="link">Secret of the link.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    Task<Fetched<V6SurveyView>> GetSurveyByLinkAsync(TenantId tenant, InvitationToken link, CancellationToken cancellationToken = default);

    /// <summary>Answers a survey. Source: v6 submitSurveyResponse.</summary>
    Task<Sent<V6SurveyReceipt>> SubmitResponseAsync(
        TenantId tenant, CustomerToken? token, EntityId survey, V6SurveyResponse response, CancellationToken cancellationToken = default);

    /// <summary>Answers the survey behind a link. Source: v6 submitSurveyResponseByToken.</summary>
    /// <param name="tenant">As for <see cref="GetSurveyByLinkAsync"/>.</param>
    /// <param name="link">Secret of the link.</param>
    /// <param name="response">The answers.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    Task<Sent<V6SurveyReceipt>> SubmitResponseByLinkAsync(
        TenantId tenant, InvitationToken link, V6SurveyResponse response, CancellationToken cancellationToken = default);

    /// <summary>The tenant behind a host name; absent when none is registered. Source: v6 resolveStorefrontDomain.</summary>
    Task<Fetched<V6Storefront>> ResolveDomainAsync(StorefrontDomain domain, CancellationToken cancellationToken = default);

    /// <summary>Sends an enquiry to the merchant. Source: v6 submitContact.</summary>
    Task<Sent<V6ContactReceipt>> SubmitContactAsync(TenantId tenant, V6ContactRequest request, CancellationToken cancellationToken = default);
}
