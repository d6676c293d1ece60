using Microsoft.Extensions.Options;

namespace Bff.Grains.Tenancy;

/// <summary>Checks every tenant's settings at start and names each setting that is wrong.</summary>
internal sealed class TenantsOptionsValidator : IValidateOptions<TenantsOptions>
{
    public ValidateOptionsResult Validate(string? name, TenantsOptions options)
    {
        List<string> failures = [];
        CheckTimeZone(options.DefaultTimeZone, "Tenants:DefaultTimeZone");
        CheckCurrency(options.DefaultCurrency, "Tenants:DefaultCurrency");

        foreach (var (tenant, settings) in options.Overrides)
        {
            var path = $"Tenants:Overrides:{tenant}";
            CheckTimeZone(settings.TimeZone ?? options.DefaultTimeZone, $"{path}:TimeZone");
            CheckCurrency(settings.Currency ?? options.DefaultCurrency, $"{path}:Currency");
            failures.AddRange(settings.FreshSeconds
                .Where(entry => entry.Value is < 1 or > 86_400)
                .Select(entry => $"{path}:FreshSeconds:{entry.Key} must be 1 to 86400 seconds."));
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void CheckTimeZone(string value, string path)
        {
            if (CompanyClock.TryCreate(value) is null)
            {
                failures.Add($"{path} must be an IANA time zone, for example Asia/Hong_Kong.");
            }
        }

        void CheckCurrency(string value, string path)
        {
            if (value.Length != 3 || !value.All(char.IsAsciiLetterUpper))
            {
                failures.Add($"{path} must be an ISO 4217 code, for example HKD.");
            }
        }
    }
}
