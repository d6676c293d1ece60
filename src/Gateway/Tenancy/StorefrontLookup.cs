using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Gateway.RateLimits;
using Microsoft.Extensions.Caching.Memory;

namespace Bff.Gateway.Tenancy;

/// <summary>What is behind a host name: a storefront, nothing, or (for now) no knowledge.</summary>
internal readonly record struct StorefrontFinding(Storefront? Storefront, Failure? Failure);

/// <summary>
/// Host names and their storefronts, near at hand: every request asks. It is the one thing that is asked before there is a tenant, so it is
/// bounded as a whole: an address that sends made-up host names fills this cache and nothing else.
/// </summary>
internal sealed class StorefrontLookup(IServiceProvider services, RateGate rates, CacheEnvironment environment) : IDisposable
{
    private const int MaxDomains = 10_000;

    private static readonly CachePolicy Near = CachePolicy.Catalog(TimeSpan.FromSeconds(10)) with { AbsentFor = TimeSpan.FromSeconds(5) };

    private readonly MemoryCache domains = new(new MemoryCacheOptions { SizeLimit = MaxDomains, CompactionPercentage = 0.1 });

    /// <summary>The storefront under this host name. A failure is reported and never kept.</summary>
    /// <param name="domain">The host name.</param>
    /// <param name="asker">Who asks: one that makes names up is not asked for after a while.</param>
    public async ValueTask<StorefrontFinding> FindAsync(StorefrontDomain domain, HttpContext asker)
    {
        var answer = await EntryOf(domain).GetAsync((Lookup: this, domain, asker), static (ask, _) => ask.Lookup.AskOwnerAsync(ask.domain, ask.asker));
        return new StorefrontFinding(answer.Value, answer.Failure);
    }

    /// <summary>Every host name is looked up again: whose a storefront is has changed, or may have.</summary>
    public void Forget() => domains.Clear();

    public void Dispose() => domains.Dispose();

    private CachedValue<Storefront> EntryOf(StorefrontDomain domain) =>
        domains.GetOrCreate(domain, entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = TimeSpan.FromMinutes(10);
            return new CachedValue<Storefront>(CacheAreas.Storefronts, Near, environment);
        })!;

    private async Task<Fetched<Storefront>> AskOwnerAsync(StorefrontDomain domain, HttpContext asker)
    {
        // Read now: the request may be over before the answer comes.
        var caller = rates.CallerOf(asker);
        if (await rates.RefuseHostAsync(caller) is { } refusal)
        {
            return new Fetched<Storefront>(null, refusal);
        }

        // Resolved at the call: grains cannot be named before the cluster client has started.
        var answer = await services.GetRequiredService<IGrainFactory>().GetGrain<IStorefrontGrain>(domain.Value).GetAsync();
        if (answer is { IsFailed: false, IsFound: false })
        {
            await rates.CountUnknownHostAsync(caller);
        }

        return new Fetched<Storefront>(answer.Value, answer.Failure);
    }
}
