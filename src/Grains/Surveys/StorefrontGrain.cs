using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Grains.Caching;
using Bff.Upstream.Surveys;

namespace Bff.Grains.Surveys;

[GrainType("storefront")]
internal sealed class StorefrontGrain(IGrainContext context, CacheEnvironment environment, ISurveysApi v6) : Grain, IStorefrontGrain
{
    private readonly StorefrontDomain domain = StorefrontDomain.Parse(context.GrainId.Key.ToString()!);
    private readonly CachedValue<Storefront> storefront = new(CacheAreas.Storefronts, CachePolicies.ForStorefronts, environment);

    public Task<Answer<Storefront>> GetAsync() =>
        storefront.GetAsync(async cancellation =>
            (await v6.ResolveDomainAsync(domain, cancellation)).Select(found => new Storefront(domain, found.Tenant))).AsTask();
}
