using System.ComponentModel.DataAnnotations;
using System.Net;
using StackExchange.Redis;

namespace Bff.ServiceDefaults.Redis;

/// <summary>
/// The Redis that holds membership, sessions and receipts. It needs AOF and <c>noeviction</c>: this is state, not a cache.
/// Section <c>Redis</c>; read only where <c>Cluster:Clustering</c> is <c>Redis</c>.
/// </summary>
public sealed class RedisOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Redis";

    // In k8s/overlays/small/secrets.yaml: applied as it is, it must not become a password.
    private const string Placeholder = "replace-me";

    /// <summary>Comma-separated <c>host:port</c>; several for a Redis cluster or replicas. Default <c>127.0.0.1:6379</c>.</summary>
    public string Endpoints { get; set; } = "127.0.0.1:6379";

    /// <summary>ACL user. Default none, which is Redis' <c>default</c> user.</summary>
    public string? User { get; set; }

    /// <summary>A secret. Default none.</summary>
    public string? Password { get; set; }

    /// <summary>Whether to speak TLS 1.2 or newer. Default false.</summary>
    public bool Tls { get; set; }

    /// <summary>Name that the server's certificate must carry. Default: the host of the first endpoint.</summary>
    public string? TlsHost { get; set; }

    /// <summary>PEM file of the issuer to trust beside the machine's own. Default none.</summary>
    public string? CaCertificateFile { get; set; }

    /// <summary>Database number; a Redis cluster has only 0. Default 0.</summary>
    [Range(0, 1024, ErrorMessage = "must be 0 to 1024.")]
    public int Database { get; set; }

    /// <summary>How long one attempt to connect may take, in milliseconds. Default 2000.</summary>
    [Range(100, 60_000, ErrorMessage = "must be 100 to 60000 milliseconds.")]
    public int ConnectTimeoutMs { get; set; } = 2000;

    /// <summary>How long one command may take, in milliseconds; while Redis is away, a write fails after this. Default 2000.</summary>
    [Range(100, 60_000, ErrorMessage = "must be 100 to 60000 milliseconds.")]
    public int CommandTimeoutMs { get; set; } = 2000;

    /// <summary>The client's settings for this server.</summary>
    public ConfigurationOptions ToConfiguration()
    {
        var configuration = new ConfigurationOptions
        {
            User = User,
            Password = Password,
            Ssl = Tls,
            SslHost = Tls ? TlsHost ?? ParseEndpoints().OfType<DnsEndPoint>().FirstOrDefault()?.Host : null,
            DefaultDatabase = Database,
            ConnectTimeout = ConnectTimeoutMs,
            AsyncTimeout = CommandTimeoutMs,
            SyncTimeout = CommandTimeoutMs,
            // A host that starts while Redis is away waits for it instead of dying: its probe says that it is not ready.
            AbortOnConnectFail = false,
        };
        foreach (var endpoint in ParseEndpoints())
        {
            configuration.EndPoints.Add(endpoint!);
        }

        if (!string.IsNullOrEmpty(CaCertificateFile))
        {
            configuration.TrustIssuer(CaCertificateFile);
        }

        return configuration;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ParseEndpoints() is var endpoints && (endpoints.Length == 0 || endpoints.Contains(null)))
        {
            yield return new("must be host:port, or several with commas.", [nameof(Endpoints)]);
        }

        if (Password == Placeholder)
        {
            yield return new("still is the placeholder of the manifests.", [nameof(Password)]);
        }

        if (!Tls && (!string.IsNullOrEmpty(TlsHost) || !string.IsNullOrEmpty(CaCertificateFile)))
        {
            yield return new("must be true when TlsHost or CaCertificateFile is set.", [nameof(Tls)]);
        }

        if (!string.IsNullOrEmpty(CaCertificateFile) && !File.Exists(CaCertificateFile))
        {
            yield return new("must be a readable PEM file.", [nameof(CaCertificateFile)]);
        }
    }

    /// <summary>For logs: without the password.</summary>
    public override string ToString() =>
        $"{Endpoints}, database {Database}, TLS {(Tls ? "on" : "off")}, user {User ?? "default"}, password {(string.IsNullOrEmpty(Password) ? "none" : "***")}";

    // The port is required: a name alone is too easily a forgotten half of "host:port".
    private EndPoint?[] ParseEndpoints() =>
    [
        .. Endpoints.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => text.LastIndexOf(':') > 0 && EndPointCollection.TryParse(text) is { } endpoint && PortOf(endpoint) > 0 ? endpoint : null),
    ];

    private static int PortOf(EndPoint endpoint) => endpoint switch
    {
        DnsEndPoint dns => dns.Port,
        IPEndPoint ip => ip.Port,
        _ => 0,
    };
}
