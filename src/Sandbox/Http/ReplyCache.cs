using System.Collections.Concurrent;

namespace Bff.Sandbox.Http;

/// <summary>Rendered bodies by owner and raw request target. A stamp says what they were rendered from; another stamp is a miss.</summary>
internal sealed class ReplyCache(int capacity)
{
    private readonly ConcurrentDictionary<ReplyKey, (Stamp Stamp, byte[] Body)> _bodies = new();

    public byte[]? Find(ReplyKey key, Stamp stamp) =>
        _bodies.TryGetValue(key, out var entry) && entry.Stamp == stamp ? entry.Body : null;

    public void Keep(ReplyKey key, Stamp stamp, byte[] body)
    {
        // Targets hold free search words: start afresh rather than grow without bound.
        if (_bodies.Count >= capacity)
        {
            _bodies.Clear();
        }

        _bodies[key] = (stamp, body);
    }
}

/// <summary>Whose answer it is, and to which raw request target.</summary>
internal readonly record struct ReplyKey(string Owner, string Target);

/// <summary>What a rendered body was made from.</summary>
internal readonly record struct Stamp(long Quirks, long State, long Minute);
