using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Http;

/// <summary>Turns a call into an HTTP request: the one place that knows paths and headers.</summary>
internal static class V6Requests
{
    /// <summary>The request for a call. Every POST gets a body, see <see cref="RequestBody"/>.</summary>
    /// <exception cref="InvalidOperationException">The call does not fit its operation: a defect of the caller.</exception>
    public static HttpRequestMessage Create(V6Call call, Uri baseAddress)
    {
        var operation = call.Operation;
        Check(call);
        var request = new HttpRequestMessage(operation.Method, AddressOf(call, baseAddress)) { Version = HttpVersion.Version11 };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (operation.Method == HttpMethod.Post)
        {
            request.Content = call.Body ?? RequestBody.Empty();
        }

        if (operation.SendsTenant)
        {
            request.Headers.Add("X-Company-Id", call.Tenant!.Value.Value);
        }

        if (call.Token is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        }

        if (call.IdempotencyKey is { } key)
        {
            request.Headers.Add("Idempotency-Key", key.ToString());
        }

        // Only the trace: tracestate and baggage of our own house are none of v6's business.
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } traceparent })
        {
            request.Headers.Add("traceparent", traceparent);
        }

        return request;
    }

    private static Uri AddressOf(V6Call call, Uri baseAddress)
    {
        var path = call.Operation.Path;
        if (call.Operation.HasPathValue)
        {
            var start = path.IndexOf('{', StringComparison.Ordinal);
            var end = path.IndexOf('}', StringComparison.Ordinal);
            path = $"{path[..start]}{Uri.EscapeDataString(call.PathValue!)}{path[(end + 1)..]}";
        }

        var query = string.Join('&', call.Query
            .Where(pair => !string.IsNullOrEmpty(pair.Value))
            .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
        return new Uri(baseAddress.AbsoluteUri.TrimEnd('/') + V6Operations.Prefix + path + (query.Length == 0 ? "" : "?" + query));
    }

    private static void Check(V6Call call)
    {
        var operation = call.Operation;
        var fits = (call.Token is null || operation.TakesToken)
            && (call.Token is not null || operation.Auth != V6Auth.Required)
            && (call.Tenant is not null || !operation.SendsTenant)
            && operation.HasPathValue == call.PathValue is { Length: > 0 }
            && (call.Body is null || operation.Method == HttpMethod.Post);
        if (!fits)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The call does not fit {operation.Id}."));
        }
    }
}
