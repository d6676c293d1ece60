namespace Bff.Contracts.Content;

/// <summary>
/// One piece of a page or post. Members that end in <c>Html</c> have been sanitised and may be put into a document; every other text is
/// plain and must be escaped like any text; URLs are http(s) or lie on the site itself. Source: v6 ContentBlock.
/// </summary>
[GenerateSerializer, Immutable, Alias("bff.block")]
public abstract record ContentBlock
{
    /// <summary>Stable key of the block; null when v6 gave none.</summary>
    [Id(0)]
    public string? Id { get; init; }

    /// <summary>Version of this kind's form; null when v6 gave none.</summary>
    [Id(1)]
    public int? Version { get; init; }
}

/// <summary>A kind that this version does not know. It can be skipped, or shown by a client that knows more.</summary>
/// <param name="Type">The kind as v6 writes it.</param>
/// <param name="Data">Its payload, a JSON object as text, just as v6 sent it: nothing in it is sanitised. Null when there is none or it is too long.</param>
[GenerateSerializer, Immutable, Alias("bff.block.unknown")]
public sealed record UnknownBlock([property: Id(0)] string Type, [property: Id(1)] string? Data) : ContentBlock;
