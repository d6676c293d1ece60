using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bff.Gateway.Edge;

/// <summary>One HTTP request: one operation, or a batch of them.</summary>
internal readonly record struct GraphRequests(IReadOnlyList<GraphRequest> Items, bool IsBatch);

/// <summary>Reads the operations out of an HTTP request (GraphQL over HTTP, section 5).</summary>
internal sealed class RequestReader(BodyReader bodies, KnownRequests known, IOptions<EdgeOptions> options)
{
    /// <exception cref="HttpRefusal">There is no operation in it that may be looked at.</exception>
    public ValueTask<GraphRequests> ReadAsync(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            CrossSiteRule.RequireReadable(http.Request);
            return bodies.TryRead(http, known, out var request) ? new(new GraphRequests([request], false)) : ReadBodyAsync(http);
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            return new(new GraphRequests([FromQuery(http.Request.Query)], false));
        }

        http.Response.Headers.Allow = "GET, POST";
        throw new HttpRefusal(ErrorCodes.MethodNotAllowed, StatusCodes.Status405MethodNotAllowed);
    }

    private async ValueTask<GraphRequests> ReadBodyAsync(HttpContext http) => FromBody(await bodies.ReadAsync(http));

    private GraphRequests FromBody(byte[] body)
    {
        // An array is a batch; everything else is told apart by the parser.
        var first = body.AsSpan().IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0 || body[first] != (byte)'[')
        {
            return new([Require(RequestParser.Parse(body)) with { Body = body }], false);
        }

        var items = RequestParser.ParseBatch(body);
        return items is null || items.Count == 0 || options.Value.MaxBatch == 1 || items.Count > options.Value.MaxBatch
            ? throw HttpRefusal.BadRequest()
            : new(items, true);
    }

    private static GraphRequest FromQuery(IQueryCollection query) => Require(
        TryReadObject(query["variables"], out var variables) && TryReadObject(query["extensions"], out var extensions) && query["query"].Count <= 1
            ? new GraphRequest(query["query"], query["operationName"], variables, extensions, query["documentId"])
            : null);

    private static bool TryReadObject(string? json, out GraphQL.Inputs? inputs)
    {
        inputs = null;
        return string.IsNullOrEmpty(json) || RequestParser.TryParseObject(json, out inputs);
    }

    // A request without a document is one only when it names a registered one.
    private static GraphRequest Require(GraphRequest? request) =>
        request is not null && NamesDocument(request) ? request : throw HttpRefusal.BadRequest();

    /// <summary>It has a document, or may name one.</summary>
    public static bool NamesDocument(GraphRequest request) => request is { Query: not null } or { Extensions: not null } or { DocumentId: not null };
}

/// <summary>Keeps out what a browser can be made to send from a foreign page.</summary>
internal static class CrossSiteRule
{
    /// <summary>
    /// A body must be JSON by its Content-Type, or say <c>GraphQL-Preflight: 1</c>: neither can be sent by a form, and a script of another
    /// site is asked about first.
    /// </summary>
    /// <exception cref="HttpRefusal">It is neither.</exception>
    public static void RequireReadable(HttpRequest request)
    {
        if (request.ContentType is "application/json" or "application/json; charset=utf-8")
        {
            return;
        }

        var isJson = false;
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            isJson = type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
            if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                throw new HttpRefusal(ErrorCodes.UnsupportedMediaType, StatusCodes.Status415UnsupportedMediaType);
            }
        }

        if (!isJson && request.Headers["GraphQL-Preflight"] != "1")
        {
            var code = CanBeSentByForms(type) ? ErrorCodes.CrossSiteRefused : ErrorCodes.UnsupportedMediaType;
            throw new HttpRefusal(code, StatusCodes.Status415UnsupportedMediaType);
        }
    }

    /// <summary>What changes something must not come from a page of a foreign origin. No origin at all is no browser.</summary>
    /// <exception cref="HttpRefusal">It does.</exception>
    public static void RequireOwnOrigin(HttpContext http, OriginPolicy origins, TenantResolution tenancy)
    {
        if (http.Request.Headers.Origin is { Count: > 0 } origin && !origins.Allows(http.Request, origin.ToString(), tenancy))
        {
            throw new HttpRefusal(ErrorCodes.CrossSiteRefused, StatusCodes.Status403Forbidden);
        }
    }

    // Fetch standard, section 2.2.2: the content types that need no preflight, and none at all.
    private static bool CanBeSentByForms(MediaTypeHeaderValue? type) =>
        type is null || type.MediaType.ToString() is "text/plain" or "multipart/form-data" or "application/x-www-form-urlencoded";
}
