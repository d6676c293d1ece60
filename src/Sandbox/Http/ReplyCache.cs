using System.Collections.Concurrent;

namespace Bff.Sandbox.Http;

/// <summary>Rendered bodies by raw request target. A stamp says what they were rendered from; another stamp is a miss.</summary>
internal sealed class ReplyCache(int capacity)
{
    private readonly ConcurrentDictionary<string, (Stamp Stamp, byte[] Body)> _bodies = new(StringComparer.Ordinal);

    public byte[]? Find(string target, Stamp stamp) =>
        _bodies.TryGetValue(target, out var entry) && entry.Stamp == stamp ? entry.Body : null;

    public void Keep(string target, Stamp stamp, byte[] body)
    {
        // Targets hold free search words: start afresh rather than grow without bound.
        if (_bodies.Count >= capacity)
        {
            _bodies.Clear();
        }

        _bodies[target] = (stamp, body);
    }
}

/// <summary>What a rendered body was made from.</summary>
internal readonly record struct Stamp(long Quirks, long State, long Minute);
