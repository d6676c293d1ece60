using Bff.Sandbox.Operations;
using Bff.Sandbox.Quirks.Requests;
using Microsoft.Extensions.Primitives;

namespace Bff.Sandbox.Quirks;

/// <summary>All rows that change what requests are accepted.</summary>
internal static class RequestQuirks
{
    private static readonly RequestQuirk[] All =
        [.. BookingRequestQuirks.All, .. AuthRequestQuirks.All, .. OtherRequestQuirks.All];

    /// <summary>The rows that are on for an operation.</summary>
    public static IEnumerable<RequestQuirk> For(QuirkSet quirks, string operation) =>
        quirks.IsContract ? [] : All.Where(q => quirks[q.Row] && q.Operations.Contains(operation));

    /// <summary>Rewrites a body; what is missing all the same comes back.</summary>
    public static IReadOnlyList<FieldError> Rewrite(QuirkSet quirks, string operation, RequestForm form) =>
        [.. For(quirks, operation).Select(q => q.Rewrite?.Invoke(form)).OfType<FieldError>()];

    /// <summary>V41 sends the host as <c>hostname</c>.</summary>
    public static IQueryCollection Query(QuirkSet quirks, string operation, IQueryCollection query) =>
        quirks[41] && operation == "resolveStorefrontDomain" && query.TryGetValue("hostname", out var host)
            ? new QueryCollection(new Dictionary<string, StringValues> { ["domain"] = host, ["hostname"] = host })
            : query;
}
