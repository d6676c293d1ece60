using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Grains.Caching;
using Bff.Grains.Changes;
using Bff.Upstream.Surveys;

namespace Bff.Grains.Surveys;

/// <summary>
/// A domain belongs to no tenant before it has been looked up: an order to forget one tenant's storefronts concerns every domain that is that
/// tenant's, and every one of which nothing is known, because it may have become that tenant's.
/// </summary>
[GrainType("storefront")]
internal sealed class StorefrontGrain(IGrainContext context, CacheEnvironment environment, PurgeLog purges, ISurveysApi v6) : Grain, IStorefrontGrain
{
    private readonly StorefrontDomain domain = StorefrontDomain.Parse(context.GrainId.Key.ToString()!);
    private readonly CachedValue<Storefront> storefront = new(CacheAreas.Storefronts, CachePolicies.ForStorefronts, environment);
    private TenantId? known;
    private long purged = purges.Last;

    public async Task<Answer<Storefront>> GetAsync()
    {
        Purge();
        var answer = await storefront.GetAsync(async cancellation =>
            (await v6.ResolveDomainAsync(domain, cancellation)).Select(found => new Storefront(domain, found.Tenant)));
        known = answer.Value?.Tenant;
        return answer;
    }

    private void Purge()
    {
        if (purged != purges.Last && purges.Since(ref purged, tenant => known is null || known == tenant).Any(IsAbout))
        {
            storefront.Drop();
        }
    }

    private bool IsAbout(CacheTag? scope) => scope is not { } tag || (tag.Area == CacheAreas.Storefronts && (tag.Name is null || tag.Name == domain.Value));
}
