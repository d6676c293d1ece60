using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Which origins are ours: the gateway's own, a storefront registered for the tenant, and those that were set.</summary>
internal sealed class OriginPolicy(IOptions<EdgeOptions> options, IHostEnvironment environment)
{
    private readonly HashSet<string> allowed = new(options.Value.AllowedOrigins, StringComparer.OrdinalIgnoreCase);
    private readonly bool allowsLocalhost = environment.IsDevelopment();

    public bool Allows(HttpRequest request, string origin, TenantResolution tenancy)
    {
        if (allowed.Contains(origin))
        {
            return true;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && (string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || string.Equals(uri.Host, tenancy.Storefront?.Value, StringComparison.OrdinalIgnoreCase)
                || (allowsLocalhost && uri.IsLoopback));
    }
}
