using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.TrustedDocuments;

/// <summary>What becomes of a document that is not in the manifest.</summary>
internal enum TrustMode
{
    /// <summary>It is run.</summary>
    Off,

    /// <summary>It is run, and its hash is logged.</summary>
    LogOnly,

    /// <summary>It is refused.</summary>
    Enforce,
}

/// <summary>Which documents may be run (section <c>Gateway:TrustedDocuments</c>).</summary>
internal sealed class TrustedDocumentOptions
{
    public const string Section = "Gateway:TrustedDocuments";

    /// <summary>For all that nothing else is said of. Default Off.</summary>
    public TrustMode Mode { get; set; } = TrustMode.Off;

    /// <summary>
    /// File with the registered documents: a JSON object of id and document, as Relay and graphql-codegen write it, or Apollo's
    /// operation manifest. It is read again within 2 seconds of a change. Default none.
    /// </summary>
    public string? ManifestPath { get; set; }

    /// <summary>Another mode for single tenants, by tenant id. Default none.</summary>
    public IDictionary<string, TrustMode> Tenants { get; } = new Dictionary<string, TrustMode>();

    /// <summary>
    /// A stricter mode for single clients, by the header <c>GraphQL-Client-Name</c>. Anybody can send any name, so one that is looser than
    /// what holds anyway changes nothing. Default none.
    /// </summary>
    public IDictionary<string, TrustMode> Clients { get; } = new Dictionary<string, TrustMode>();

    /// <summary>Documents that clients registered by automatic persisted queries, in bytes. Default 16,000,000; 0 switches them off.</summary>
    [Range(0, 2_000_000_000)]
    public int AutomaticBytes { get; set; } = 16_000_000;

    /// <summary>Somebody may run registered documents only.</summary>
    public bool Enforces => Mode is TrustMode.Enforce || Tenants.Values.Concat(Clients.Values).Contains(TrustMode.Enforce);
}
