using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Surveys;
using Bff.Grains.Auth;
using Bff.Grains.Caching;
using Bff.Upstream.Operations;
using Bff.Upstream.Surveys;

namespace Bff.Grains.Surveys;

[GrainType("customer-surveys")]
internal sealed class CustomerSurveysGrain(IGrainContext context, OwnerCaches caches, ICallerTokens tokens, ISurveysApi v6) : Grain, ICustomerSurveysGrain
{
    private readonly CustomerKey customer = CustomerKey.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache cache = caches.For(CustomerKey.Parse(context.GrainId.Key.ToString()!));

    public Task<Answer<Survey>> GetSurveyAsync(CustomerSurveyRequest request)
    {
        customer.Require(request.Caller);
        return cache.GetAsync(
            V6Operations.GetSurveyBySlug,
            CacheKey.One(CacheAreas.CustomerSurveys, request.Survey).Tagged(new CacheTag(CacheAreas.Surveys, request.Survey.Value)),
            async cancellation =>
            {
                var view = await tokens.AskAsync(request.Caller, token => v6.GetSurveyAsync(customer.Tenant, token, request.Survey, cancellation));
                return view.Select(found => found.Survey.ToSurvey());
            });
    }

    public Task DropAsync()
    {
        cache.Drop(scope: null);
        return Task.CompletedTask;
    }
}
