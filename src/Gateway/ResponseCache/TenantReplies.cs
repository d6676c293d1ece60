using System.Collections.Concurrent;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Planning;

namespace Bff.Gateway.ResponseCache;

/// <summary>What is asked for: an operation and its variables, and from where when that changes the answer.</summary>
internal readonly record struct ReplyKey(OperationPlan Operation, string Variables, StorefrontDomain? Storefront)
{
    /// <summary>What this operation asks for. A variable that was left out is another than one that is null: an argument may have a default.</summary>
    public static ReplyKey Of(PreparedOperation prepared) => new(
        prepared.Whole!,
        ArgumentText.Of(prepared.Variables.Where(variable => variable.ValueSpecified).Select(variable => KeyValuePair.Create(variable.Name, variable.Value))),
        null);

    /// <summary>The same, asked from there.</summary>
    public ReplyKey From(StorefrontDomain? storefront) => Operation.Facts.ByStorefront ? this with { Storefront = storefront } : this;

    public bool Equals(ReplyKey other) => ReferenceEquals(Operation, other.Operation) && Variables == other.Variables && Storefront == other.Storefront;

    public override int GetHashCode() => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Operation), Variables);
}

/// <summary>A reply that is kept.</summary>
internal sealed class KeptReply(GraphReply reply, DateTimeOffset freshUntil, long stamp, int keyLength)
{
    // An estimate: the objects around the bytes, and the place in the table.
    private const int Overhead = 500;

    private int refreshing;

    public GraphReply Reply { get; } = reply;

    public DateTimeOffset FreshUntil { get; } = freshUntil;

    /// <summary>The changes that had been seen when the making of it began.</summary>
    public long Stamp { get; } = stamp;

    public long LastUsed { get; set; }

    /// <summary>Bytes of the reply in its forms and of its key, and what it costs to keep one however short it is.</summary>
    public int Length => Reply.Rendered!.Size + (sizeof(char) * keyLength) + Overhead;

    /// <summary>The time has come to renew it, and nobody does yet.</summary>
    public bool IsRefreshDue(DateTimeOffset now, double lastPart) =>
        FreshUntil - now < (FreshUntil - Reply.MadeAt!.Value) * lastPart && Volatile.Read(ref refreshing) == 0;

    /// <summary>True for the one that is to renew it.</summary>
    public bool TryBeginRefresh() => Interlocked.Exchange(ref refreshing, 1) == 0;
}

/// <summary>The replies kept for one tenant, bounded in bytes, and the changes that it has seen.</summary>
internal sealed class TenantReplies(int maxBytes)
{
    private readonly ConcurrentDictionary<ReplyKey, KeptReply> kept = new();
    private readonly ConcurrentDictionary<CacheArea, long> changes = new();
    private readonly Lock gate = new();
    private long allChanges;
    private long anyChanges;
    private long uses;
    private long bytes;

    public ConcurrentDictionary<(ReplyKey Key, long Stamp), Lazy<Task<GraphReply>>> Flights { get; } = new();

    public long LastUsed { get; set; }

    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Counts the changes that concern these areas. It only grows, so an equal stamp means that nothing changed.</summary>
    public long Stamp(IReadOnlyList<CacheArea>? areas)
    {
        var sum = Interlocked.Read(ref allChanges);
        if (areas is null)
        {
            return sum + Interlocked.Read(ref anyChanges);
        }

        foreach (var area in areas)
        {
            sum += changes.GetValueOrDefault(area);
        }

        return sum;
    }

    public void Drop(CacheArea? area)
    {
        if (area is { } known)
        {
            changes.AddOrUpdate(known, 1, static (_, count) => count + 1);
            Interlocked.Increment(ref anyChanges);
        }
        else
        {
            Interlocked.Increment(ref allChanges);
        }
    }

    public KeptReply? Find(in ReplyKey key, DateTimeOffset now)
    {
        if (!kept.TryGetValue(key, out var found) || found.FreshUntil <= now || found.Stamp != Stamp(key.Operation.Facts.Areas))
        {
            return null;
        }

        found.LastUsed = Interlocked.Increment(ref uses);
        return found;
    }

    public void Keep(in ReplyKey key, KeptReply reply)
    {
        if (reply.Length > maxBytes / 4)
        {
            return;
        }

        lock (gate)
        {
            if (kept.TryGetValue(key, out var before) && before.Stamp > reply.Stamp)
            {
                // It was begun before a change and ends after one that was begun since: the newer stays.
                return;
            }

            bytes -= before?.Length ?? 0;
            reply.LastUsed = Interlocked.Increment(ref uses);
            kept[key] = reply;
            bytes += reply.Length;
            if (bytes > maxBytes)
            {
                Trim();
            }
        }
    }

    /// <summary>Removes what can be served no more: its time is over, or something that it is made of has changed.</summary>
    public void RemoveEnded(DateTimeOffset now)
    {
        foreach (var entry in kept)
        {
            if (entry.Value.FreshUntil <= now || entry.Value.Stamp != Stamp(entry.Key.Operation.Facts.Areas))
            {
                Remove(entry);
            }
        }
    }

    /// <summary>Removes everything and says how many bytes that were.</summary>
    public long Clear() => kept.Sum(Remove);

    // A quarter at once, so that a full cache is not sorted for each new reply.
    private void Trim()
    {
        foreach (var entry in kept.ToArray().OrderBy(entry => entry.Value.LastUsed))
        {
            if (bytes <= maxBytes * 3L / 4)
            {
                return;
            }

            bytes -= kept.TryRemove(entry) ? entry.Value.Length : 0;
        }
    }

    private long Remove(KeyValuePair<ReplyKey, KeptReply> entry)
    {
        lock (gate)
        {
            var freed = kept.TryRemove(entry) ? entry.Value.Length : 0;
            bytes -= freed;
            return freed;
        }
    }
}
