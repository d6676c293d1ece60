using Microsoft.AspNetCore.Http.Metadata;

namespace Bff.Gateway.Edge;

/// <summary>
/// The endpoint itself. It is found by its path alone, before routing looks for it among all others: nearly every request is for it, and the search
/// costs a tenth of a short answer.
/// </summary>
internal static class GraphRoute
{
    private const string Path = "/graphql";

    // What metrics and traces call it by, as if it had been routed.
    private static readonly Endpoint Route = new(null, new EndpointMetadataCollection(new Diagnostics()), Path);

    /// <summary>Answers requests for the endpoint; what lies below it goes on to routing.</summary>
    public static void UseGraphEndpoint(this IApplicationBuilder app)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<GraphEndpoint>();
        app.Use((HttpContext http, RequestDelegate next) =>
        {
            if (http.Request.Path.Value is not { } path || !path.AsSpan().TrimEnd('/').Equals(Path, StringComparison.OrdinalIgnoreCase))
            {
                return next(http);
            }

            http.SetEndpoint(Route);
            return endpoint.HandleAsync(http);
        });
    }

    private sealed class Diagnostics : IRouteDiagnosticsMetadata
    {
        public string Route => Path;
    }
}
