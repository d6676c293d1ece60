namespace Bff.Sandbox;

/// <summary>How the stand-in for the v6 API is hosted. Section <c>Sandbox</c> of the configuration.</summary>
public sealed class SandboxOptions
{
    /// <summary>Section of the configuration that fills these options.</summary>
    public const string Section = "Sandbox";

    /// <summary>Where the v6 API listens. Port 0 takes a free one. Default <c>http://127.0.0.1:5100</c>; <c>--urls</c> wins.</summary>
    public string ApiUrl { get; set; } = "http://127.0.0.1:5100";

    /// <summary>Whether the admin endpoints exist at all. Default false.</summary>
    public bool AdminEnabled { get; set; }

    /// <summary>Where the admin endpoints listen; loopback only, never the API's port. Default <c>http://127.0.0.1:5101</c>.</summary>
    public string AdminUrl { get; set; } = "http://127.0.0.1:5101";

    /// <summary>Write one JSON line per request (tokens masked) to the console. Default false.</summary>
    public bool LogRequests { get; set; }

    /// <summary>Stopping the server throws when an unknown route was called meanwhile. For test runs. Default false.</summary>
    public bool FailOnUnknownRoute { get; set; }

    /// <summary>Life of a customer token, in seconds. Default 3600.</summary>
    public int TokenLifetimeSeconds { get; set; } = 3600;

    /// <summary>Life of a one-time code, in seconds. Default 300.</summary>
    public int OtpLifetimeSeconds { get; set; } = 300;

    /// <summary>Wrong codes after which a one-time code is void. Default 5.</summary>
    public int OtpMaxAttempts { get; set; } = 5;

    /// <summary>Options for tests and for other hosts in the same process: free ports, admin on, unknown routes fail the run.</summary>
    public static SandboxOptions InProcess() => new()
    {
        ApiUrl = "http://127.0.0.1:0",
        AdminUrl = "http://127.0.0.1:0",
        AdminEnabled = true,
        FailOnUnknownRoute = true,
    };

    /// <summary>Every setting that cannot work, each named; empty when all is well.</summary>
    public IReadOnlyList<string> Failures()
    {
        List<string> failures = [];
        var api = CheckUrl(nameof(ApiUrl), ApiUrl, failures);
        var admin = CheckUrl(nameof(AdminUrl), AdminUrl, failures);
        if (AdminEnabled && admin is { IsLoopback: false })
        {
            failures.Add($"{Section}:{nameof(AdminUrl)} must be a loopback address: the admin endpoints have no lock.");
        }

        if (AdminEnabled && api is not null && admin is not null && api.Port == admin.Port && api.Port != 0)
        {
            failures.Add($"{Section}:{nameof(AdminUrl)} must not share the port of {nameof(ApiUrl)}.");
        }

        CheckPositive(nameof(TokenLifetimeSeconds), TokenLifetimeSeconds, failures);
        CheckPositive(nameof(OtpLifetimeSeconds), OtpLifetimeSeconds, failures);
        CheckPositive(nameof(OtpMaxAttempts), OtpMaxAttempts, failures);
        return failures;
    }

    private static Uri? CheckUrl(string name, string value, List<string> failures)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp)
        {
            return uri;
        }

        failures.Add($"{Section}:{name} must be an absolute http:// URL.");
        return null;
    }

    private static void CheckPositive(string name, int value, List<string> failures)
    {
        if (value < 1)
        {
            failures.Add($"{Section}:{name} must be at least 1.");
        }
    }
}
