namespace Bff.Grains.Tenancy;

/// <summary>What v6 does not tell about tenants (notes §7 Q1). Section <c>Tenants</c>.</summary>
public sealed class TenantsOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Tenants";

    /// <summary>IANA zone of tenants that have none of their own. Required; no default, because a wrong zone shifts every booking.</summary>
    public string DefaultTimeZone { get; set; } = "";

    /// <summary>ISO 4217 code for tenants that have none of their own. Required; no default, because a wrong currency misprices every shop.</summary>
    public string DefaultCurrency { get; set; } = "";

    /// <summary>Settings by tenant id; what is left out falls back on the defaults.</summary>
    public Dictionary<string, TenantOptions> Overrides { get; } = new(StringComparer.Ordinal);
}

/// <summary>Settings of one tenant. Section <c>Tenants:Overrides:&lt;tenant id&gt;</c>.</summary>
public sealed class TenantOptions
{
    /// <summary>IANA zone of the company's clock.</summary>
    public string? TimeZone { get; set; }

    /// <summary>ISO 4217 code of prices that come without one.</summary>
    public string? Currency { get; set; }

    /// <summary>How long cached answers are fresh, in seconds, by v6 operation id (for example <c>listServices</c>); 1 to 86 400.</summary>
    public Dictionary<string, int> FreshSeconds { get; } = new(StringComparer.Ordinal);
}
