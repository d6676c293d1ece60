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

internal static class ReplyForms
{
    private const string Json = "application/json";
    private const string GraphResponse = "application/graphql-response+json";
    private const string EventStream = "text/event-stream";

    public static string ContentType(this ReplyForm form) => (form is ReplyForm.GraphResponse ? GraphResponse : Json) + "; charset=utf-8";

    /// <summary>
    /// What the client likes best of what there is; null when it wants none of it. Without <c>Accept</c>, or when it takes anything,
    /// <c>application/json</c>: that is what clients from before the specification expect.
    /// </summary>
    public static ReplyForm? Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || (header.Count == 1 && header[0] is "" or "*/*" or Json))
        {
            return ReplyForm.Json;
        }

        return MediaTypeHeaderValue.TryParseList(header, out var accepted)
            ? accepted
                .Where(range => range.Quality is null or > 0 && IsUtf8(range))
                .OrderByDescending(range => range.Quality ?? 1)
                .Select(FormOf)
                .FirstOrDefault(form => form is not null)
            : null;
    }

    /// <summary>The client takes an event stream, if only when nothing else will do.</summary>
    public static bool TakesEvents(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(range => range.Quality is null or > 0 && IsUtf8(range) && FormOf(range) is ReplyForm.EventStream);

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
