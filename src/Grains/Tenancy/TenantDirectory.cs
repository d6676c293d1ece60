using Bff.Contracts.Keys;
using Bff.Contracts.Tenancy;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Tenancy;

/// <summary>The configured settings of tenants, ready to use.</summary>
internal sealed class TenantDirectory(IOptionsMonitor<TenantsOptions> options)
{
    /// <summary>Zone and currency of the tenant.</summary>
    public TenantSettings SettingsOf(TenantId tenant)
    {
        var current = options.CurrentValue;
        var own = current.Overrides.GetValueOrDefault(tenant.Value);
        return new TenantSettings(own?.TimeZone ?? current.DefaultTimeZone, own?.Currency ?? current.DefaultCurrency);
    }

    /// <summary>The tenant's wall clock.</summary>
    public CompanyClock ClockOf(TenantId tenant) => CompanyClock.Create(SettingsOf(tenant).TimeZone);

    /// <summary>The tenant's own freshness for a v6 operation; null when it has none.</summary>
    public TimeSpan? FreshForOverride(TenantId tenant, string operationId) =>
        options.CurrentValue.Overrides.GetValueOrDefault(tenant.Value)?.FreshSeconds.TryGetValue(operationId, out var seconds) is true
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
