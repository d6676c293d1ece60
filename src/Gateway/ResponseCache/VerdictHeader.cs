using Bff.Gateway.Edge;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.ResponseCache;

/// <summary>Shows operators where a reply comes from: <c>Bff-Cache: hit | miss | stale</c>.</summary>
internal sealed class VerdictHeader(IOptions<ResponseCacheOptions> options, IHostEnvironment environment)
{
    private readonly bool isShown = options.Value.ShowVerdict ?? environment.IsDevelopment();

    public void Set(HttpResponse response, GraphReply reply)
    {
        if (isShown && reply.Verdict is { } verdict)
        {
            response.Headers["Bff-Cache"] = verdict switch { CacheVerdict.Hit => "hit", CacheVerdict.Stale => "stale", _ => "miss" };
        }
    }
}
