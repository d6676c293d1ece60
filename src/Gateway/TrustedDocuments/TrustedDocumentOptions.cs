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

    /// <summary>Another mode for single clients, by the header <c>GraphQL-Client-Name</c>; a stricter tenant wins. Default none.</summary>
    public IDictionary<string, TrustMode> Clients { get; } = new Dictionary<string, TrustMode>();

    /// <summary>Characters of documents that clients registered by automatic persisted queries. Default 4,000,000; 0 switches them off.</summary>
    [Range(0, 1_000_000_000)]
    public int AutomaticLength { get; set; } = 4_000_000;
}
