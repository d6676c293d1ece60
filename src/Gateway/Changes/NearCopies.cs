using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Cluster;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Changes;

/// <summary>This gateway's copies of what the owners of tenants answered.</summary>
internal sealed class NearCopies(IOptions<NearCacheOptions> options, CacheEnvironment environment)
{
    private readonly CachePolicy policy = CachePolicy.Near(
        TimeSpan.FromSeconds(options.Value.FreshSeconds), TimeSpan.FromSeconds(options.Value.StaleIfErrorSeconds));

    private readonly TenantCacheLimits limits = new() { EntriesPerTenant = options.Value.EntriesPerTenant, Tenants = options.Value.Tenants };
    private readonly CacheSpace space = new(options.Value.Entries);
    private volatile NearCache? cache;

    /// <summary>Copies that are held now.</summary>
    public long Entries => space.Entries;

    /// <summary>A copy, or the owner's answer.</summary>
    /// <param name="tenant">Whose data; its id is the key of the owner.</param>
    /// <param name="key">The question.</param>
    /// <param name="fence">What the caller has changed.</param>
    /// <param name="owner">The question, put to the owner.</param>
    /// <param name="cancellationToken">Ends this caller's wait only.</param>
    public ValueTask<Answer<T>> GetAsync<TQuestion, T>(TenantId tenant, CacheKey key, Fence fence, TQuestion owner, CancellationToken cancellationToken)
        where TQuestion : struct, IOwnerQuestion<T>
        where T : class =>
        Cache.GetAsync(tenant, key, policy, fence, (tenant, owner), static (ask, floor, _) => AskAsync<TQuestion, T>(ask.tenant, ask.owner, floor), cancellationToken);

    /// <summary>Drops what is outdated.</summary>
    public void Apply(ChangeNotice notice) => cache?.Apply(notice);

    /// <summary>Forgets everything: something was missed, and nobody knows what.</summary>
    public void Forget() => cache = null;

    private NearCache Cache => cache ?? Interlocked.CompareExchange(ref cache, new NearCache(environment, limits, space), null) ?? cache;

    private static async Task<Answer<T>> AskAsync<TQuestion, T>(TenantId tenant, TQuestion owner, long floor)
        where TQuestion : struct, IOwnerQuestion<T>
        where T : class
    {
        try
        {
            return await owner.AskAsync(tenant, floor);
        }
        catch (Exception exception) when (LostSilo.Explains(exception))
        {
            return Answer<T>.Failed(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        }
    }
}
