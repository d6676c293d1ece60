using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Limits;

/// <summary>How much a document may ask of the gateway (section <c>Gateway:Limits</c>). All are checked before any field is resolved.</summary>
internal sealed class DocumentLimits
{
    public const string Section = "Gateway:Limits";

    /// <summary>Longest document, in characters. Default 65,536.</summary>
    [Range(1, 10_000_000)]
    public int MaxDocumentLength { get; set; } = 65_536;

    /// <summary>Most tokens in a document. Default 2,000; a full introspection query has about 300.</summary>
    [Range(1, 1_000_000)]
    public int MaxTokens { get; set; } = 2_000;

    /// <summary>Longest name in a document, in characters: aliases come back in replies, once for each row. Default 128.</summary>
    [Range(1, 65_536)]
    public int MaxNameLength { get; set; } = 128;

    /// <summary>Deepest nesting of braces, brackets and parentheses in the text. Default 24.</summary>
    [Range(1, 1_000)]
    public int MaxNesting { get; set; } = 24;

    /// <summary>Deepest nesting of fields after fragments are expanded. Default 16.</summary>
    [Range(1, 1_000)]
    public int MaxDepth { get; set; } = 16;

    /// <summary>Most aliases in a document. Default 100.</summary>
    [Range(0, 100_000)]
    public int MaxAliases { get; set; } = 100;

    /// <summary>Most directives in a document. Default 50.</summary>
    [Range(0, 100_000)]
    public int MaxDirectives { get; set; } = 50;

    /// <summary>Most fragment definitions in a document. Default 50.</summary>
    [Range(0, 100_000)]
    public int MaxFragments { get; set; } = 50;

    /// <summary>Most operations in a document. Default 10.</summary>
    [Range(1, 100_000)]
    public int MaxOperations { get; set; } = 10;

    /// <summary>Most fields of a document after fragments are expanded. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxFields { get; set; } = 2_000;

    /// <summary>Most that one operation may cost: 10 for each call to an owner, 1 for each object, times list lengths. Default 5,000.</summary>
    [Range(1, int.MaxValue)]
    public int MaxCost { get; set; } = 5_000;

    /// <summary>Most errors in one reply. Default 10.</summary>
    [Range(1, 1_000)]
    public int MaxErrors { get; set; } = 10;

    /// <summary>Longest time for one operation, in seconds. Default 15.</summary>
    [Range(1, 600)]
    public int OperationTimeoutSeconds { get; set; } = 15;

    /// <summary>Documents kept parsed, validated and planned, in bytes as they are estimated. Default 64,000,000.</summary>
    [Range(0, 2_000_000_000)]
    public int DocumentCacheBytes { get; set; } = 64_000_000;

    /// <summary>
    /// Requests kept as they were prepared, by their bodies, in bytes as they are estimated: each counts for a quarter of its document, which
    /// it holds and shares with others. Default 32,000,000.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public int RequestCacheLength { get; set; } = 32_000_000;
}
