using System.Globalization;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Edge;

/// <summary>
/// <c>Cache-Control</c> and <c>Vary</c> (RFC 9111), derived from the fields that were asked for: the reply may be kept as long as its
/// shortest-lived field, and by nobody as soon as one field is private or anything went wrong.
/// </summary>
internal static class CacheHeaders
{
    // Bff-Fence: who has changed something asks by it, and must not be given what a cache kept before. GraphQL-Cost: it changes the body.
    private const string VaryBy = "Accept, Accept-Encoding, Bff-Fence, GraphQL-Cost, Host, Origin, X-Company-Id";
    private const string VaryByCaller = VaryBy + ", Authorization, Cookie";

    // The numbers that nearly all replies have, as text.
    private static readonly string[] Ages = [.. Enumerable.Range(0, 601).Select(seconds => seconds.ToString(CultureInfo.InvariantCulture))];
    private static readonly string[] MaxAges = [.. Ages.Select(seconds => "public, max-age=" + seconds)];

    /// <summary>Sets the headers; true when the reply is the same for all callers.</summary>
    public static bool Set(HttpContext http, ReadOnlySpan<GraphReply> replies, DateTimeOffset now)
    {
        var sharing = replies[0].Sharing;
        var isClean = true;
        foreach (var reply in replies)
        {
            sharing = ReferenceEquals(sharing, reply.Sharing) ? sharing : sharing.And(reply.Sharing);
            isClean &= reply is { IsExecuted: true, Errors.Count: 0 } && !reply.Freshness.IsFailed;
        }

        var headers = http.Response.Headers;
        var isPublic = sharing.Scope is SharingScope.Public;
        var isAnonymous = !Caller.HasCredentials(http.Request);
        headers.Vary = isPublic ? VaryBy : VaryByCaller;
        if (!isClean || !(isPublic || (sharing.Scope is SharingScope.PublicWhenAnonymous && isAnonymous)))
        {
            headers.CacheControl = "private, no-store";
            return false;
        }

        var seconds = double.MaxValue;
        foreach (var reply in replies)
        {
            seconds = Math.Min(seconds, SecondsLeft(reply, now));
        }

        if (replies is [{ MadeAt: { } made }])
        {
            headers.Age = Text(Ages, (now - made).TotalSeconds, "");
        }

        // Whose changes the session knows must ask each time: only here are they looked up. The validator makes that cheap.
        headers.CacheControl = isAnonymous ? Text(MaxAges, Math.Max(0, seconds), "public, max-age=") : "private, no-cache";
        return true;
    }

    // A reply that was kept here has used up part of its time already; Age says how much, so max-age stays whole (RFC 9111, section 4.2.3).
    private static double SecondsLeft(GraphReply reply, DateTimeOffset now) => reply.Freshness.IsStale
        ? 0
        : Math.Min(reply.Sharing.MaxAge.TotalSeconds, (reply.Freshness.FreshUntil - (reply.MadeAt ?? now)).TotalSeconds);

    private static string Text(string[] known, double seconds, string prefix)
    {
        var whole = (long)seconds;
        return whole >= 0 && whole < known.Length ? known[whole] : prefix + whole.ToString(CultureInfo.InvariantCulture);
    }
}
