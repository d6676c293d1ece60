using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;

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

    public async ValueTask<TenantResolution> ResolveAsync(HttpContext http)
    {
        // Step 1
        TenantId? named = null;
        var header = http.Request.Headers[TenantHeader];
        if (header.Count > 0)
        {
            if (header.Count > 1 || !TenantId.TryParse(header[0], out var parsed))
            {
                return TenantResolution.Refused(new Failure(ErrorCodes.TenantInvalid));
            }

            named = parsed;
        }

        // Step 2
        var origin = await FindAsync(OriginOf(http.Request));
        var host = await FindAsync(http.Request.Host.Host);
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
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) ? origin.Host : null;

    private static bool Contradict(TenantId? one, TenantId? other) => one is { } a && other is { } b && a != b;

    private ValueTask<StorefrontFinding> FindAsync(string? host) =>
        StorefrontDomain.TryParse(host, out var domain) ? storefronts.FindAsync(domain) : default;
}
