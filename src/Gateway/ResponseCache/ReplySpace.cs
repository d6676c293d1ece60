using System.Collections.Concurrent;
using Bff.Contracts.Keys;

namespace Bff.Gateway.ResponseCache;

/// <summary>
/// The bound over all tenants: when there is no room, or every few seconds, what has ended is removed, and then, until there is room, all of
/// the tenants that nobody asked about for longest.
/// </summary>
internal sealed class ReplySpace(long maxBytes, ConcurrentDictionary<TenantId, TenantReplies> tenants, TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private long swept = time.GetTimestamp();
    private long used;

    /// <summary>What is kept of all tenants, as of the last sweep, and what has come since.</summary>
    public long Bytes => Interlocked.Read(ref used);

    /// <summary>A reply has been kept. What it replaced is not taken off before the next sweep.</summary>
    public void Took(int bytes)
    {
        var isFull = Interlocked.Add(ref used, bytes) > maxBytes;
        if ((isFull || time.GetElapsedTime(Interlocked.Read(ref swept)) > SweepEvery) && gate.TryEnter())
        {
            try
            {
                Sweep();
            }
            finally
            {
                gate.Exit();
            }
        }
    }

    // A quarter more than is needed, so that a full cache is not sorted for each new reply.
    private void Sweep()
    {
        Interlocked.Exchange(ref swept, time.GetTimestamp());
        var now = time.GetUtcNow();
        var all = tenants.ToArray();
        var left = 0L;
        foreach (var (_, replies) in all)
        {
            replies.RemoveEnded(now);
            left += replies.Bytes;
        }

        if (left > maxBytes)
        {
            foreach (var (_, replies) in all.OrderBy(entry => entry.Value.LastUsed).TakeWhile(_ => left > maxBytes * 3 / 4))
            {
                left -= replies.Clear();
            }
        }

        Interlocked.Exchange(ref used, left);
    }
}
