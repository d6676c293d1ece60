using Bff.Contracts.Content;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class ImageBlockType : BlockType<ImageBlock>
{
    public ImageBlockType()
        : base("A picture.")
    {
        Field<NonNullGraphType<UrlScalar>>("url").Description("Where it is.").Resolve(c => c.Source.Image.Url);
        Field<NonNullGraphType<StringGraphType>>("alt").Description("Text in its place; empty for a picture that only decorates.").Resolve(c => c.Source.Image.Alt);
        Field<StringGraphType>("caption").Description("Text below it.").Resolve(c => c.Source.Image.Caption);
        Field<IntGraphType>("width").Description("Width, in pixels.").Resolve(c => c.Source.Width);
        Field<IntGraphType>("height").Description("Height, in pixels.").Resolve(c => c.Source.Height);
    }
}

internal sealed class GalleryBlockType : BlockType<GalleryBlock>
{
    public GalleryBlockType()
        : base("Several pictures.")
    {
        Field<StringGraphType>("layout").Description("How they are arranged (grid, masonry, carousel); open set.").Resolve(c => c.Source.Layout);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GalleryImageType>>>>("images").Description("The pictures.").Resolve(c => c.Source.Images);
    }
}

internal sealed class GalleryImageType : ObjectGraphType<BlockImage>
{
    public GalleryImageType()
    {
        Name = "GalleryImage";
        Description = "Picture of a gallery block.";
        Field<NonNullGraphType<UrlScalar>>("url").Description("Where it is.").Resolve(c => c.Source.Url);
        Field<NonNullGraphType<StringGraphType>>("alt").Description("Text in its place; empty for a picture that only decorates.").Resolve(c => c.Source.Alt);
        Field<StringGraphType>("caption").Description("Text below it.").Resolve(c => c.Source.Caption);
    }
}

internal sealed class EmbedBlockType : BlockType<EmbedBlock>
{
    public EmbedBlockType()
        : base("Something of another site. Show it in a sandboxed frame only.")
    {
        Field<StringGraphType>("provider").Description("Kind of frame (youtube, vimeo, iframe); open set.").Resolve(c => c.Source.Provider);
        Field<NonNullGraphType<UrlScalar>>("url").Description("What to show, an https address.").Resolve(c => c.Source.Url);
        Field<StringGraphType>("aspectRatio").Description("Shape of the frame, for example 16:9.").Resolve(c => c.Source.AspectRatio);
    }
}

internal sealed class YoutubeBlockType : BlockType<YoutubeBlock>
{
    public YoutubeBlockType()
        : base("A video of YouTube.")
    {
        Field<NonNullGraphType<StringGraphType>>("videoId").Description("Its id there, 11 characters.").Resolve(c => c.Source.VideoId);
        Field<StringGraphType>("title").Description("Title.").Resolve(c => c.Source.Title);
        Field<IntGraphType>("startSeconds").Description("Where to begin, in seconds.").Resolve(c => c.Source.StartSeconds);
        Field<StringGraphType>("aspectRatio").Description("Shape of the player, for example 16:9.").Resolve(c => c.Source.AspectRatio);
    }
}

internal sealed class FileBlockType : BlockType<FileBlock>
{
    public FileBlockType()
        : base("A file to download.")
    {
        Field<NonNullGraphType<UrlScalar>>("url").Description("Where it is.").Resolve(c => c.Source.Url);
        Field<NonNullGraphType<StringGraphType>>("name").Description("What to call it.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("mimeType").Description("Media type.").Resolve(c => c.Source.MimeType);
        Field<FloatGraphType>("sizeBytes").Description("Size, in bytes; a whole number.").Resolve(c => c.Source.SizeBytes is { } size ? (double)size : null);
        Field<StringGraphType>("icon").Description("Picture to show (pdf, doc, image, video, audio, generic); open set.").Resolve(c => c.Source.Icon);
    }
}
