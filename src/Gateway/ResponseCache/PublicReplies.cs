using System.Collections.Concurrent;
using Bff.Caching;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.ResponseCache;

/// <summary>
/// Keeps the replies to operations that are the same for all callers of a tenant:
/// <list type="number">
/// <item>A kept reply is good while its time runs and nothing that it is made of has changed since its making began.</item>
/// <item>In the last part of its time the first to ask has it renewed behind its back, so that its end costs nobody a wait.</item>
/// <item>What is not kept is made once for all who ask at the same time. The maker is nobody's request: it goes on when its caller leaves.</item>
/// <item>Only a reply without errors, made of fresh answers, is kept, for as long as the shortest-lived of them.</item>
/// </list>
/// </summary>
internal sealed class PublicReplies(ReplyRenderer renderer, IOptions<ResponseCacheOptions> options, CacheEnvironment environment)
{
    private readonly ResponseCacheOptions options = options.Value;
    private readonly TimeProvider time = environment.Time;
    private readonly ConcurrentDictionary<TenantId, TenantReplies> tenants = new();
    private ReplySpace? space;
    private long uses;

    /// <summary>Outdates what is kept for the tenant: all of it, or what is made of that area.</summary>
    public void Drop(TenantId tenant, CacheArea? area = null)
    {
        if (tenants.TryGetValue(tenant, out var replies))
        {
            replies.Drop(area);
        }
    }

    /// <summary>Outdates everything.</summary>
    public void Drop()
    {
        foreach (var replies in tenants.Values)
        {
            replies.Drop(area: null);
        }
    }

    /// <summary>Outdates what is made of that area for all tenants.</summary>
    public void DropOfAll(CacheArea area)
    {
        foreach (var replies in tenants.Values)
        {
            replies.Drop(area);
        }
    }

    public long Bytes => tenants.Values.Sum(replies => replies.Bytes);

    public long BytesOf(TenantId tenant) => tenants.TryGetValue(tenant, out var replies) ? replies.Bytes : 0;

    /// <summary>May the reply be shared with other callers?</summary>
    public bool Covers(PreparedOperation prepared, bool isAnonymous) => options.Enabled && prepared.Plan!.Facts.Sharing is var sharing
        && sharing.MaxAge.TotalSeconds >= options.KeepFromSeconds
        && (sharing.Scope is SharingScope.Public || (sharing.Scope is SharingScope.PublicWhenAnonymous && isAnonymous));

    /// <summary>The reply, if it is kept and there is nothing else to do about it.</summary>
    public GraphReply? Find(TenantId tenant, in ReplyKey key)
    {
        var now = time.GetUtcNow();
        if (!tenants.TryGetValue(tenant, out var replies) || replies.Find(key, now) is not { } kept || kept.IsRefreshDue(now, options.EagerRefresh))
        {
            return null;
        }

        replies.LastUsed = Interlocked.Increment(ref uses);
        return kept.Reply;
    }

    public async ValueTask<GraphReply> GetAsync(TenantId tenant, ReplyKey key, Func<Task<GraphReply>> make)
    {
        var replies = Of(tenant);

        // Step 1
        var now = time.GetUtcNow();
        if (replies.Find(key, now) is { } kept)
        {
            // Step 2. On a thread of its own: who happens to come first waits no more than the others.
            if (kept.IsRefreshDue(now, options.EagerRefresh) && kept.TryBeginRefresh())
            {
                _ = Task.Run(() => Fly(replies, key, make));
            }

            return kept.Reply;
        }

        return await Fly(replies, key, make);
    }

    // Step 3. A flight belongs to the changes seen when it began: whoever comes after a change starts another.
    private Task<GraphReply> Fly(TenantReplies replies, ReplyKey key, Func<Task<GraphReply>> make)
    {
        var flight = (key, replies.Stamp(key.Operation.Facts.Areas));
        return replies.Flights.GetOrAdd(flight, _ => new Lazy<Task<GraphReply>>(() => MakeAsync(replies, flight, make))).Value;
    }

    private async Task<GraphReply> MakeAsync(TenantReplies replies, (ReplyKey Key, long Stamp) flight, Func<Task<GraphReply>> make)
    {
        try
        {
            var made = await make();
            var now = time.GetUtcNow();
            var freshUntil = Earlier(made.Freshness.FreshUntil, now + made.Sharing.MaxAge);
            made.Verdict = made.Freshness.IsStale ? CacheVerdict.Stale : CacheVerdict.Miss;

            // Step 4
            if (made is { IsExecuted: true, Errors.Count: 0, Freshness: { IsStale: false, IsFailed: false } } && freshUntil > now)
            {
                // Rendered once for all who wait for it, too.
                made.Rendered = new RenderedReply(renderer.Render(made));
                var reply = new GraphReply
                {
                    IsExecuted = true,
                    TraceId = made.TraceId,
                    Sharing = made.Sharing,
                    Freshness = made.Freshness,
                    Rendered = made.Rendered,
                    MadeAt = now,
                    Verdict = CacheVerdict.Hit,
                };
                var kept = new KeptReply(reply, freshUntil, flight.Stamp, flight.Key.Variables.Length);
                replies.Keep(flight.Key, kept);
                Space.Took(kept.Length);
            }

            return made;
        }
        finally
        {
            replies.Flights.TryRemove(flight, out _);
        }
    }

    private ReplySpace Space => space ?? Interlocked.CompareExchange(ref space, new ReplySpace(options.Bytes, tenants, time), null) ?? space;

    private TenantReplies Of(TenantId tenant)
    {
        if (tenants.TryGetValue(tenant, out var known))
        {
            known.LastUsed = Interlocked.Increment(ref uses);
            return known;
        }

        // Here only: the dictionary's count takes all its locks.
        var replies = tenants.GetOrAdd(tenant, static (_, bytes) => new TenantReplies(bytes), options.BytesPerTenant);
        replies.LastUsed = Interlocked.Increment(ref uses);
        if (tenants.Count > options.Tenants)
        {
            // A snapshot first: sorting copies by the count of before, and has empty places when others remove meanwhile.
            foreach (var entry in tenants.ToArray().OrderBy(entry => entry.Value.LastUsed).Take((options.Tenants / 16) + 1))
            {
                tenants.TryRemove(entry);
            }
        }

        return replies;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
