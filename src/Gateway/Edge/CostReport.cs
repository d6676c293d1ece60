using Bff.Gateway.Graph;

namespace Bff.Gateway.Edge;

/// <summary>A client that wants to know what its operation costs says so: header <c>GraphQL-Cost: report</c>, or <c>extensions: { cost: true }</c>.</summary>
internal static class CostReport
{
    public static bool IsWanted(HttpRequest http, GraphRequest request) =>
        http.Headers["GraphQL-Cost"] == "report" || (request.Extensions is { } extensions && extensions.TryGetValue("cost", out var wanted) && wanted is true);
}
