namespace Bff.Contracts.Tenancy;

/// <summary>What v6 does not tell about a tenant (notes §7 Q1), from our own configuration.</summary>
/// <param name="TimeZone">IANA zone of the company's clock, for example <c>Asia/Hong_Kong</c>.</param>
/// <param name="Currency">ISO 4217 code of prices that come without one.</param>
[GenerateSerializer, Immutable, Alias("bff.tenant-settings")]
public sealed record TenantSettings([property: Id(0)] string TimeZone, [property: Id(1)] string Currency);
