using Microsoft.Extensions.Options;

namespace Bff.Upstream.Governing;

/// <summary>Checks all settings at start and names each one that is wrong.</summary>
internal sealed class GovernorOptionsValidator : IValidateOptions<GovernorOptions>
{
    public ValidateOptionsResult Validate(string? name, GovernorOptions options)
    {
        List<string> failures = [];
        Between(options.LeaseFor, Seconds(1), Seconds(60), nameof(options.LeaseFor));
        Between(options.LeaseChunk, 1, 1000, nameof(options.LeaseChunk));
        Between(options.Patience, Seconds(0.1), Seconds(10), nameof(options.Patience));
        Between(options.LocalShare, 1, 1000, nameof(options.LocalShare));
        Between(options.AskAgainAfter, Seconds(0.01), Seconds(10), nameof(options.AskAgainAfter));
        Between(options.BreakAfterFailures, 2, 10_000, nameof(options.BreakAfterFailures));
        Between(options.BreakAtPercent, 1, 100, nameof(options.BreakAtPercent));
        Between(options.BreakWindow, Seconds(1), Seconds(300), nameof(options.BreakWindow));
        Between(options.BreakFor, Max(options.LeaseFor, Seconds(1)), Seconds(300), nameof(options.BreakFor));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Between<T>(T value, T least, T most, string setting)
            where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            {
                failures.Add($"{GovernorOptions.Section}:{setting} must be {least} to {most}.");
            }
        }
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
