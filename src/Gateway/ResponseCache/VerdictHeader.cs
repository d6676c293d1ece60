using Bff.Gateway.Edge;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.ResponseCache;

/// <summary>Shows operators where a reply comes from: <c>Bff-Cache: hit | miss | stale</c>.</summary>
internal sealed class VerdictHeader(IOptions<ResponseCacheOptions> options, IHostEnvironment environment)
{
    private readonly Exposure exposure = options.Value.ShowVerdict.OrDefault(environment);

    public void Set(HttpResponse response, GraphReply reply)
    {
        if (reply.Verdict is { } verdict && exposure.Covers(response.HttpContext))
        {
            response.Headers["Bff-Cache"] = verdict switch { CacheVerdict.Hit => "hit", CacheVerdict.Stale => "stale", _ => "miss" };
        }
    }
}
