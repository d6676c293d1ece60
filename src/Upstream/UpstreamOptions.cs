namespace Bff.Upstream;

/// <summary>How v6 is called. Section <c>Upstream</c>.</summary>
public sealed class UpstreamOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Upstream";

    /// <summary>Where v6 is: absolute http or https address, without query. Required; no default.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Time for one read, with its queueing, retries and body. Default 3 s: long enough for one slow answer or two quick retries, short
    /// enough for a page that waits for it. 0.1–60 s.
    /// </summary>
    public TimeSpan ReadBudget { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Time for one mutation. Default 10 s: giving up early saves nothing, it only turns a slow success into an unknown outcome. 0.1–60 s.
    /// </summary>
    public TimeSpan WriteBudget { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time to open a connection, TLS included. Default 2 s. 0.1–60 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Most repetitions of one read. Default 2; 0 switches retries off. 0–5.</summary>
    public int ReadRetries { get; set; } = 2;

    /// <summary>
    /// Wait before the first retry, doubled before each further one, with jitter; <c>Retry-After</c> comes first. Default 100 ms. 1 ms–5 s.
    /// </summary>
    public TimeSpan RetryBackoff { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Retries that this process may add to its reads, in percent of them. Default 10. 0–100.</summary>
    public int RetryPercent { get; set; } = 10;

    /// <summary>Retries that may be saved up, so that a process with few calls can retry at all. Default 10. 1–1000.</summary>
    public int RetryReserve { get; set; } = 10;

    /// <summary>
    /// Calls of one tenant in flight at a time, over all silos: they lease them, see <see cref="Governing.GovernorOptions"/>. Calls without a tenant
    /// have the same bound in each silo. Default 32. 1–10 000.
    /// </summary>
    public int CallsPerTenant { get; set; } = 32;

    /// <summary>Calls of one tenant that may wait in a silo for their turn, beside those that all permits would let in; more are refused at once. Default 128. 0–100 000.</summary>
    public int QueuePerTenant { get; set; } = 128;

    /// <summary>When a refused caller is told to come back. Default 1 s. 0.1–60 s.</summary>
    public TimeSpan BusyRetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Largest accepted answer after decompression, in bytes. Default 8 MiB. 1 KiB–256 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Connections to v6 that one process keeps open, for reads and for mutations each. Default 256. 1–10 000.</summary>
    public int MaxConnections { get; set; } = 256;

    /// <summary>How long a connection is used before it is replaced, so that a DNS change is noticed. Default 5 min. 1 s–1 d.</summary>
    public TimeSpan ConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);
}
