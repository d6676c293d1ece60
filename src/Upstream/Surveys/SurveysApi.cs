using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Surveys;

internal sealed class SurveysApi(UpstreamClient client) : ISurveysApi
{
    public Task<Fetched<V6SurveyView>> GetSurveyAsync(
        TenantId tenant, CustomerToken? token, Slug survey, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetSurveyBySlug.Of(tenant, survey.Value).As(token), V6SurveyView.Read, cancellationToken);

    public Task<Fetched<V6SurveyView>> GetSurveyByLinkAsync(TenantId tenant, InvitationToken link, CancellationToken cancellationToken) =>
        client.ReadAsync(V6Operations.GetSurveyByToken.Of(tenant, link.Value), V6SurveyView.Read, cancellationToken);

    public Task<Sent<V6SurveyReceipt>> SubmitResponseAsync(
        TenantId tenant, CustomerToken? token, EntityId survey, V6SurveyResponse response, CancellationToken cancellationToken) =>
        SubmitAsync(V6Operations.SubmitSurveyResponse.Of(tenant, survey.Value).As(token), response, cancellationToken);

    public Task<Sent<V6SurveyReceipt>> SubmitResponseByLinkAsync(
        TenantId tenant, InvitationToken link, V6SurveyResponse response, CancellationToken cancellationToken) =>
        SubmitAsync(V6Operations.SubmitSurveyResponseByToken.Of(tenant, link.Value), response, cancellationToken);

    public Task<Fetched<V6Storefront>> ResolveDomainAsync(StorefrontDomain domain, CancellationToken cancellationToken)
    {
        // The query is called domain here; the SDK says hostname (notes V41).
        var call = new V6Call(V6Operations.ResolveStorefrontDomain, null) { Query = [("domain", domain.Value)] };
        return client.ReadAsync(call, V6Storefront.Read, cancellationToken);
    }

    public Task<Sent<V6ContactReceipt>> SubmitContactAsync(TenantId tenant, V6ContactRequest request, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(request, V6RequestJson.Default.V6ContactRequest);
        return client.SendAsync(V6Operations.SubmitContact.Of(tenant).With(body), V6ContactReceipt.Read, cancellationToken);
    }

    private Task<Sent<V6SurveyReceipt>> SubmitAsync(V6Call call, V6SurveyResponse response, CancellationToken cancellationToken)
    {
        var body = RequestBody.Json(response, V6RequestJson.Default.V6SurveyResponse);
        return client.SendAsync(call.With(body), V6SurveyReceipt.Read, cancellationToken);
    }
}
