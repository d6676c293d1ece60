using System.Collections.Concurrent;
using Bff.Caching;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.ResponseCache;
using Bff.Gateway.Tenancy;

namespace Bff.Gateway.Changes;

/// <summary>
/// Makes this gateway forget what is outdated: its copies, and the replies made of them. It hears of a change up to three times (from the
/// mutation that it sent itself, from the fence of who made it, from the hub) and acts on the first.
/// </summary>
internal sealed class LocalChanges(NearCopies copies, PublicReplies replies, StorefrontLookup storefronts, CacheEnvironment environment)
{
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<(TenantId, CacheTag?), long> applied = new();

    /// <summary>When it returns, nothing older is answered to anybody whose request begins from now on.</summary>
    public void Apply(TenantId tenant, IReadOnlyList<ChangeMark> marks)
    {
        foreach (var mark in marks)
        {
            if (applied.TryGetValue((tenant, mark.Scope), out var at) && at >= mark.At)
            {
                continue;
            }

            copies.Apply(new ChangeNotice(tenant, [mark], environment.Time.GetUtcNow()));
            replies.Drop(tenant, mark.Scope?.Area);
            if (mark.Scope is not { } scope || scope.Area == CacheAreas.Storefronts)
            {
                // Any tenant may have been told whose a domain is.
                storefronts.Forget();
                replies.DropOfAll(CacheAreas.Storefronts);
            }

            Remember(tenant, mark);
        }
    }

    /// <summary>Something was missed: everything is forgotten.</summary>
    public void Forget()
    {
        copies.Forget();
        storefronts.Forget();
        replies.Drop();
    }

    // Noted last: who finds it noted may rely on it. To forget some costs doing it again.
    private void Remember(TenantId tenant, ChangeMark mark)
    {
        if (applied.Count >= MostRemembered)
        {
            applied.Clear();
        }

        applied.AddOrUpdate((tenant, mark.Scope), mark.At, (_, before) => Math.Max(before, mark.At));
    }
}
