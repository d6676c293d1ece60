using Microsoft.AspNetCore.Http.Features;

namespace Bff.Sandbox.Http;

/// <summary>The request target as it came over the wire, so that an encoded slash never becomes a path separator.</summary>
internal readonly record struct RequestTarget(string Raw, string Path)
{
    public static RequestTarget Of(HttpContext context)
    {
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        return new RequestTarget(raw, query < 0 ? raw : raw[..query]);
    }
}
