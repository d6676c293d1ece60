using Bff.Contracts.Keys;

namespace Bff.Contracts.Surveys;

/// <summary>A registered storefront. Source: v6 resolveStorefrontDomain.</summary>
/// <param name="Domain">The host name that was asked for.</param>
/// <param name="Tenant">The tenant behind it.</param>
[GenerateSerializer, Immutable, Alias("bff.storefront")]
public sealed record Storefront([property: Id(0)] StorefrontDomain Domain, [property: Id(1)] TenantId Tenant);
