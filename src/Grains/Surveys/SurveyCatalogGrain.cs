using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Grains.Mutations;
using Bff.Upstream.Operations;
using Bff.Upstream.Surveys;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Surveys;

[GrainType("survey-catalog")]
internal sealed class SurveyCatalogGrain(
    IGrainContext context,
    IGrainFactory grains,
    OwnerCaches caches,
    ICallerTokens tokens,
    ISurveysApi v6,
    TimeProvider time,
    ILogger<SurveyCatalogGrain> logger)
    : OwnerGrain(caches.For(TenantId.Parse(context.GrainId.Key.ToString()!))), ISurveyCatalogGrain
{
    private readonly TenantId tenant = TenantId.Parse(context.GrainId.Key.ToString()!);

    public Task<Answer<Survey>> GetSurveyAsync(Slug slug) =>
        Cache.GetAsync(
            V6Operations.GetSurveyBySlug,
            CacheKey.One(CacheAreas.Surveys, slug),
            async cancellation => (await v6.GetSurveyAsync(tenant, token: null, slug, cancellation)).Select(found => found.Survey.ToSurvey()));

    public async Task<Answer<SurveyView>> GetInvitationAsync(InvitationToken token) =>
        (await v6.GetSurveyByLinkAsync(tenant, token)).Select(found => found.ToView()).AsOf(time.GetUtcNow());

    public async Task<MutationResult<SurveyReceipt>> SubmitAsync(SurveySubmission submission)
    {
        var customer = submission.Caller.Customer?.Key;
        var response = submission.Answers.ToV6(customer?.Customer.Value);
        var sent = await tokens.SendOptionalAsync(
            submission.Caller, token => v6.SubmitResponseAsync(tenant, token, submission.Survey, response));

        // It names the survey by id and entries are kept by slug (notes §4): all surveys are dropped.
        var changed = Cache.Drop(new CacheTag(CacheAreas.Surveys));
        if (customer is { } key)
        {
            await Aftermath.TryAsync(logger, () => grains.GetGrain<ICustomerSurveysGrain>(key.ToString()).DropAsync());
        }

        return sent.ToResult([changed], receipt => receipt.ToReceipt());
    }

    public async Task<MutationResult<SurveyReceipt>> SubmitInvitedAsync(InvitedSubmission submission)
    {
        var sent = await v6.SubmitResponseByLinkAsync(tenant, submission.Token, submission.Answers.ToV6(customer: null));
        var changed = Cache.Drop(new CacheTag(CacheAreas.Surveys));
        return sent.ToResult([changed], receipt => receipt.ToReceipt());
    }

    public async Task<MutationResult<EnquiryReceipt>> ContactAsync(Enquiry enquiry)
    {
        var sent = await v6.SubmitContactAsync(tenant, new V6ContactRequest(enquiry.Name, enquiry.Email, enquiry.Phone, enquiry.Message));
        return sent.ToResult([], receipt => receipt.ToReceipt());
    }
}
