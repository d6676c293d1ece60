using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Which origins are ours: the gateway's own, a storefront registered for the tenant, and those that were set.</summary>
internal sealed class OriginPolicy(IOptions<EdgeOptions> options, IHostEnvironment environment)
{
    private readonly HashSet<string> allowed = new(options.Value.AllowedOrigins, StringComparer.OrdinalIgnoreCase);
    private readonly bool isDevelopment = environment.IsDevelopment();

    public bool Allows(HttpRequest request, string origin, TenantResolution tenancy)
    {
        if (allowed.Contains(origin))
        {
            return true;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && (IsOwn(request, uri) || IsStorefront(uri, tenancy.Storefront) || (isDevelopment && uri.IsLoopback));
    }

    // Whoever is between us and a page without TLS writes it: where we are asked by TLS, our own pages are.
    private static bool IsOwn(HttpRequest request, Uri origin) =>
        string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) && (!request.IsHttps || origin.Scheme == Uri.UriSchemeHttps);

    // A storefront is registered by its name, and means the pages that the web shows under it: those of TLS at its own port.
    private bool IsStorefront(Uri origin, StorefrontDomain? storefront) =>
        storefront is { } known
        && string.Equals(origin.Host, known.Value, StringComparison.OrdinalIgnoreCase)
        && (isDevelopment || (origin.Scheme == Uri.UriSchemeHttps && origin.IsDefaultPort));
}
