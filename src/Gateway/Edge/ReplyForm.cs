using Bff.Gateway.Graph;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bff.Gateway.Edge;

/// <summary>The media type of a reply, which decides the status codes too (GraphQL over HTTP, section 6).</summary>
internal enum ReplyForm
{
    /// <summary><c>application/json</c>: a well-formed request gives 200, whatever came of it.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: a request that was not run gives 4xx.</summary>
    GraphResponse,

    /// <summary><c>text/event-stream</c>: one event for each result, for subscriptions.</summary>
    EventStream,
}

/// <summary>What a client's <c>Accept</c> comes to.</summary>
/// <param name="Form">What it likes best of what there is; null when it wants none of it.</param>
/// <param name="TakesEvents">It takes an event stream, if only when nothing else will do.</param>
internal sealed record AcceptedForm(ReplyForm? Form, bool TakesEvents)
{
    public static readonly AcceptedForm Default = new(ReplyForm.Json, false);
}

internal static class ReplyForms
{
    private const string Json = "application/json";
    private const string GraphResponse = "application/graphql-response+json";
    private const string Utf8 = "; charset=utf-8";
    private const string EventStream = "text/event-stream";
    private const int KnownLength = 100_000;

    // Clients of one kind all send the same header.
    private static readonly GenerationCache<string, AcceptedForm> Known = new(KnownLength, static (header, _) => header.Length + 100);

    public static string ContentType(this ReplyForm form) => form is ReplyForm.GraphResponse ? GraphResponse + Utf8 : Json + Utf8;

    /// <summary>
    /// What the client likes best of what there is; null when it wants none of it. Without <c>Accept</c>, or when it takes anything,
    /// <c>application/json</c>: that is what clients from before the specification expect.
    /// </summary>
    public static AcceptedForm Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || (header.Count == 1 && header[0] is "" or "*/*" or Json))
        {
            return AcceptedForm.Default;
        }

        var text = header.ToString();
        return Known.TryFind(text, out var known) ? known : Known.Keep(text, Read(header));
    }

    private static AcceptedForm Read(StringValues header)
    {
        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted))
        {
            return new AcceptedForm(null, false);
        }

        var forms = accepted
            .Where(range => range.Quality is null or > 0 && IsUtf8(range))
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(FormOf)
            .ToList();
        return new AcceptedForm(forms.Find(form => form is not null), forms.Contains(ReplyForm.EventStream));
    }

    private static bool IsUtf8(MediaTypeHeaderValue range) => !range.Charset.HasValue || range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static ReplyForm? FormOf(MediaTypeHeaderValue range)
    {
        var type = range.MediaType;
        return type.Equals(GraphResponse, StringComparison.OrdinalIgnoreCase) ? ReplyForm.GraphResponse
            : type.Equals(EventStream, StringComparison.OrdinalIgnoreCase) ? ReplyForm.EventStream
            : type.Equals(Json, StringComparison.OrdinalIgnoreCase) || type == "*/*" || type == "application/*" ? ReplyForm.Json
            : null;
    }
}
