using System.IO.Hashing;
using Microsoft.Net.Http.Headers;

namespace Bff.Gateway.Edge;

/// <summary>Lets a client that has this very reply already be told so in a few bytes (RFC 9110, section 13.1.2). For GET only.</summary>
internal static class EntityTag
{
    /// <summary>Sets <c>ETag</c>; true when the client named it in <c>If-None-Match</c>.</summary>
    public static bool IsKnown(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            return false;
        }

        // Weak: the same reply may go out compressed in several ways.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(XxHash128.Hash(body.Span))}\"", isWeak: true);
        http.Response.Headers.ETag = tag.ToString();
        return EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known)
            && known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));
    }
}
