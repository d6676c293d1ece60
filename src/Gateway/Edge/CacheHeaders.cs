using System.Globalization;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Edge;

/// <summary>
/// <c>Cache-Control</c> and <c>Vary</c> (RFC 9111), derived from the fields that were asked for: the reply may be kept as long as its
/// shortest-lived field, and by nobody as soon as one field is private or anything went wrong.
/// </summary>
internal static class CacheHeaders
{
    private const string VaryBy = "Accept, Accept-Encoding, Host, Origin, X-Company-Id";

    /// <summary>Sets the headers; true when the reply is the same for all callers.</summary>
    public static bool Set(HttpContext http, IReadOnlyList<GraphReply> replies, DateTimeOffset now)
    {
        var headers = http.Response.Headers;
        var sharing = replies.Select(reply => reply.Sharing).Aggregate((one, other) => one.And(other));
        var isClean = replies.All(reply => reply is { IsExecuted: true, Errors.Count: 0 } && !reply.Freshness.IsFailed);
        var isAnonymous = !Caller.HasCredentials(http.Request);
        var isShared = isClean && (sharing.Scope is SharingScope.Public || (sharing.Scope is SharingScope.PublicWhenAnonymous && isAnonymous));
        headers.Vary = sharing.Scope is SharingScope.Public ? VaryBy : VaryBy + ", Authorization, Cookie";
        if (!isShared)
        {
            headers.CacheControl = "private, no-store";
            return false;
        }

        var seconds = replies.Min(reply => SecondsLeft(reply, now));
        if (replies is [{ MadeAt: { } made }])
        {
            headers.Age = ((long)(now - made).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(long)Math.Max(0, seconds)}");
        return true;
    }

    // A reply that was kept here has used up part of its time already; Age says how much, so max-age stays whole (RFC 9111, section 4.2.3).
    private static double SecondsLeft(GraphReply reply, DateTimeOffset now) => reply.Freshness.IsStale
        ? 0
        : Math.Min(reply.Sharing.MaxAge.TotalSeconds, (reply.Freshness.FreshUntil - (reply.MadeAt ?? now)).TotalSeconds);
}
