using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Edge;

/// <summary>How the gateway takes requests (section <c>Gateway:Edge</c>).</summary>
internal sealed class EdgeOptions
{
    public const string Section = "Gateway:Edge";

    /// <summary>Largest request body, in bytes. Default 262,144.</summary>
    [Range(1, 100_000_000)]
    public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>How much of a body too large is read and thrown away, in bytes, so that the client can read the refusal. Default 2,097,152.</summary>
    [Range(0, 100_000_000)]
    public int DrainBytes { get; set; } = 2_097_152;

    /// <summary>Longest time that a body may take to arrive, in seconds. Default 10.</summary>
    [Range(1, 600)]
    public int BodyTimeoutSeconds { get; set; } = 10;

    /// <summary>Most operations in one batch; 1 switches batching off. Default 1, at most 10.</summary>
    [Range(1, 10)]
    public int MaxBatch { get; set; } = 1;

    /// <summary>Smallest reply that is compressed, in bytes. Default 1,024.</summary>
    [Range(0, int.MaxValue)]
    public int CompressFromBytes { get; set; } = 1_024;

    /// <summary>
    /// Origins beside registered storefronts (by HTTPS, at its own port) that may change things from a browser, such as
    /// <c>https://admin.example</c>. Default none; in Development any port of localhost is one, and of a storefront, by HTTP too.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>
    /// Who may read the schema by introspection; where that is everybody, errors name similar fields. Default: everybody in Development, operators
    /// elsewhere.
    /// </summary>
    public Exposure? Introspection { get; set; }
}
