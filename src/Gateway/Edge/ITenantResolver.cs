using Bff.Contracts.Answers;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Edge;

/// <summary>
/// Finds the merchant that a request is for. It is asked once for each HTTP request, before anything is parsed, so an answer
/// that is not in memory already must be bounded in time. It never throws for anything that a client can send.
/// </summary>
internal interface ITenantResolver
{
    /// <summary>
    /// Reads <c>X-Company-Id</c>, else the storefront domain of <c>Origin</c> or <c>Host</c>. Expected failures are values:
    /// <see cref="ErrorCodes.TenantRequired"/>, <see cref="ErrorCodes.TenantInvalid"/>, <see cref="ErrorCodes.TenantUnknown"/>,
    /// <see cref="ErrorCodes.TenantMismatch"/>, or why the domain could not be looked up (which is never kept as "unknown").
    /// </summary>
    ValueTask<TenantResolution> ResolveAsync(HttpContext http);
}

/// <summary>Which merchant a request is for, or why that is not known.</summary>
/// <param name="Tenant">The merchant; null when it is not known.</param>
/// <param name="Storefront">The registered storefront host in Origin or Host; null when there is none.</param>
/// <param name="Failure">Why there is no tenant; null when there is one.</param>
internal readonly record struct TenantResolution(TenantId? Tenant, StorefrontDomain? Storefront, Failure? Failure)
{
    /// <summary>The merchant is known.</summary>
    public static TenantResolution Found(TenantId tenant, StorefrontDomain? storefront = null) => new(tenant, storefront, null);

    /// <summary>It is not, and this is why.</summary>
    public static TenantResolution Refused(Failure failure) => new(null, null, failure);
}
