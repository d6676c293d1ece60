using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>A picture.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
[GenerateSerializer, Immutable, Alias("bff.block.image")]
public sealed record ImageBlock(
    [property: Id(0)] BlockImage Image, [property: Id(1)] int? Width, [property: Id(2)] int? Height) : ContentBlock;

/// <summary>Several pictures.</summary>
/// <param name="Layout">How they are arranged (grid, masonry, carousel); open set.</param>
/// <param name="Images">The pictures.</param>
[GenerateSerializer, Immutable, Alias("bff.block.gallery")]
public sealed record GalleryBlock(
    [property: Id(0)] string? Layout, [property: Id(1)] ImmutableArray<BlockImage> Images) : ContentBlock;

/// <summary>A picture within a block.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Alt">Text in its place; empty for a picture that only decorates.</param>
/// <param name="Caption">Text below it.</param>
[GenerateSerializer, Immutable, Alias("bff.block-image")]
public sealed record BlockImage([property: Id(0)] string Url, [property: Id(1)] string Alt, [property: Id(2)] string? Caption);

/// <summary>Something of another site, to be shown in a frame.</summary>
/// <param name="Provider">Kind of frame (youtube, vimeo, iframe); open set.</param>
/// <param name="Url">What the merchant wants to show, an absolute https address. Put it into a sandboxed frame only.</param>
/// <param name="AspectRatio">Shape of the frame, for example <c>16:9</c>.</param>
[GenerateSerializer, Immutable, Alias("bff.block.embed")]
public sealed record EmbedBlock(
    [property: Id(0)] string? Provider, [property: Id(1)] string Url, [property: Id(2)] string? AspectRatio) : ContentBlock;

/// <summary>A video of YouTube.</summary>
/// <param name="VideoId">Its id, 11 characters.</param>
/// <param name="Title">Title.</param>
/// <param name="StartSeconds">Where to begin, in seconds.</param>
/// <param name="AspectRatio">Shape of the player, for example <c>16:9</c>.</param>
[GenerateSerializer, Immutable, Alias("bff.block.youtube")]
public sealed record YoutubeBlock(
    [property: Id(0)] string VideoId,
    [property: Id(1)] string? Title,
    [property: Id(2)] int? StartSeconds,
    [property: Id(3)] string? AspectRatio) : ContentBlock;

/// <summary>A file to download.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Name">What to call it.</param>
/// <param name="MimeType">Media type.</param>
/// <param name="SizeBytes">Size in bytes.</param>
/// <param name="Icon">Picture to show (pdf, doc, image, video, audio, generic); open set.</param>
[GenerateSerializer, Immutable, Alias("bff.block.file")]
public sealed record FileBlock(
    [property: Id(0)] string Url,
    [property: Id(1)] string Name,
    [property: Id(2)] string? MimeType,
    [property: Id(3)] long? SizeBytes,
    [property: Id(4)] string? Icon) : ContentBlock;
