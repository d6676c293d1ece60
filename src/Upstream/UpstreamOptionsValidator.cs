using Microsoft.Extensions.Options;

namespace Bff.Upstream;

/// <summary>Checks all settings at start and names each one that is wrong.</summary>
internal sealed class UpstreamOptionsValidator : IValidateOptions<UpstreamOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public ValidateOptionsResult Validate(string? name, UpstreamOptions options)
    {
        List<string> failures = [];
        if (!IsUsable(options.BaseAddress))
        {
            failures.Add("Upstream:BaseAddress must be an absolute http or https address without user, query and fragment.");
        }

        Between(options.ReadBudget, Shortest, Longest, nameof(options.ReadBudget));
        Between(options.WriteBudget, Shortest, Longest, nameof(options.WriteBudget));
        Between(options.ConnectTimeout, Shortest, Longest, nameof(options.ConnectTimeout));
        Between(options.ReadRetries, 0, 5, nameof(options.ReadRetries));
        Between(options.RetryBackoff, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5), nameof(options.RetryBackoff));
        Between(options.RetryPercent, 0, 100, nameof(options.RetryPercent));
        Between(options.RetryReserve, 1, 1000, nameof(options.RetryReserve));
        Between(options.CallsPerTenant, 1, 10_000, nameof(options.CallsPerTenant));
        Between(options.QueuePerTenant, 0, 100_000, nameof(options.QueuePerTenant));
        Between(options.BusyRetryAfter, Shortest, Longest, nameof(options.BusyRetryAfter));
        Between(options.MaxResponseBytes, 1024, 256 * 1024 * 1024, nameof(options.MaxResponseBytes));
        Between(options.MaxConnections, 1, 10_000, nameof(options.MaxConnections));
        Between(options.ConnectionLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), nameof(options.ConnectionLifetime));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Between<T>(T value, T least, T most, string setting)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                failures.Add($"Upstream:{setting} must be {least} to {most}.");
            }
        }
    }

    private static bool IsUsable(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
