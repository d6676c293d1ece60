using System.Collections.Concurrent;
using Bff.Gateway.Limits;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Graph;

/// <summary>
/// Keeps documents that were parsed and validated, by their text. Two generations bound it: when the young one is full it becomes
/// the old one, and what is asked for again moves back. Only valid documents get in, so a flood of bad ones pushes nothing out.
/// </summary>
internal sealed class DocumentStore(IOptions<DocumentLimits> limits)
{
    private readonly int capacity = limits.Value.DocumentCacheLength / 2;
    private readonly Lock gate = new();
    private ConcurrentDictionary<string, ValidDocument> young = new();
    private ConcurrentDictionary<string, ValidDocument> old = new();
    private int length;

    public ValidDocument? Find(string text)
    {
        if (young.TryGetValue(text, out var document))
        {
            return document;
        }

        if (old.TryGetValue(text, out document))
        {
            Keep(text, document);
        }

        return document;
    }

    public void Keep(string text, ValidDocument document)
    {
        lock (gate)
        {
            if (text.Length > capacity || !young.TryAdd(text, document))
            {
                return;
            }

            length += text.Length;
            if (length > capacity)
            {
                (old, young, length) = (young, new(), 0);
            }
        }
    }
}
