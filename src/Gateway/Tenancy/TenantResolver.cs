using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Tenancy;

/// <summary>
/// Finds the tenant of a request:
/// <list type="number">
/// <item><c>X-Company-Id</c> says it. A second or malformed header is refused.</item>
/// <item>A registered storefront in <c>Origin</c>, then in <c>Host</c>, says it when the header does not, and must not contradict it or each other when it does.
/// Any other host name says nothing. localhost and IP addresses are not even looked up.</item>
/// <item>A domain that cannot be looked up now is no obstacle beside a header; without one it is the failure.</item>
/// </list>
/// </summary>
internal sealed class TenantResolver(StorefrontLookup storefronts) : ITenantResolver
{
    private const string TenantHeader = "X-Company-Id";
    private const int HostsLength = 1_000_000;

    // Every request brings its host, and it is hardly ever a new one.
    private readonly GenerationCache<string, HostName> hosts = new(HostsLength, static (host, _) => host.Length + 100);

    public ValueTask<TenantResolution> ResolveAsync(HttpContext http)
    {
        // Step 1
        TenantId? named = null;
        var header = http.Request.Headers[TenantHeader];
        if (header.Count > 0)
        {
            if (header.Count > 1 || !TenantId.TryParse(header[0], out var parsed))
            {
                return new(TenantResolution.Refused(new Failure(ErrorCodes.TenantInvalid)));
            }

            named = parsed;
        }

        // Step 2
        var origin = DomainOf(OriginOf(http.Request));
        var host = HostOf(http.Request);
        return named is { } tenant && origin is null && host is null ? new(TenantResolution.Found(tenant, null)) : FindAsync(named, origin, host, http);
    }

    private async ValueTask<TenantResolution> FindAsync(TenantId? named, StorefrontDomain? originDomain, StorefrontDomain? hostDomain, HttpContext http)
    {
        var origin = await FindAsync(originDomain, http);
        var host = await FindAsync(hostDomain, http);
        var storefront = origin.Storefront ?? host.Storefront;
        if (Contradict(named, storefront?.Tenant) || Contradict(origin.Storefront?.Tenant, host.Storefront?.Tenant))
        {
            return TenantResolution.Refused(new Failure(ErrorCodes.TenantMismatch));
        }

        if ((named ?? storefront?.Tenant) is { } tenant)
        {
            return TenantResolution.Found(tenant, storefront?.Domain);
        }

        // Step 3
        return TenantResolution.Refused(origin.Failure ?? host.Failure ?? new Failure(ErrorCodes.TenantRequired));
    }

    private static string? OriginOf(HttpRequest request) =>
        request.Headers.Origin.Count > 0 && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) ? origin.Host : null;

    private StorefrontDomain? HostOf(HttpRequest request)
    {
        var host = request.Host;
        if (host.Value is not { Length: > 0 } text)
        {
            return null;
        }

        return (hosts.TryFind(text, out var known) ? known : hosts.Keep(text, new HostName(DomainOf(host.Host)))).Domain;
    }

    private static bool Contradict(TenantId? one, TenantId? other) => one is { } a && other is { } b && a != b;

    private static StorefrontDomain? DomainOf(string? host) => StorefrontDomain.TryParse(host, out var domain) ? domain : null;

    private ValueTask<StorefrontFinding> FindAsync(StorefrontDomain? domain, HttpContext http) => domain is { } known ? storefronts.FindAsync(known, http) : default;

    /// <summary>What a Host header says: a name under which a storefront may be registered, or none.</summary>
    private sealed record HostName(StorefrontDomain? Domain);
}
