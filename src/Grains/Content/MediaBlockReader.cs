using System.Text.RegularExpressions;
using Bff.Contracts.Content;
using Bff.Upstream.Content;
using Bff.Upstream.Json;

namespace Bff.Grains.Content;

/// <summary>Blocks that are looked at or clicked: without a safe address they are nothing.</summary>
internal static partial class MediaBlockReader
{
    public static ImageBlock? Image(V6Block block) =>
        SafeUrls.Source(block.Text("url")) is { } url
            ? new ImageBlock(new BlockImage(url, block.Text("alt") ?? "", block.Text("caption")), Pixels(block, "width"), Pixels(block, "height"))
            : null;

    public static GalleryBlock? Gallery(V6Block block) =>
        block.Payload().Many("images", Picture) is { IsEmpty: false } pictures ? new GalleryBlock(block.Text("layout"), pictures) : null;

    public static EmbedBlock? Embed(V6Block block) =>
        SafeUrls.Frame(block.Text("url")) is { } url ? new EmbedBlock(block.Text("provider"), url, block.Text("aspectRatio")) : null;

    public static YoutubeBlock? Youtube(V6Block block) =>
        block.Text("videoId") is { } video && VideoId().IsMatch(video)
            ? new YoutubeBlock(
                video, block.Text("title"), block.Payload().Int("startSeconds") is >= 0 and var start ? start : null, block.Text("aspectRatio"))
            : null;

    public static FileBlock? File(V6Block block) =>
        SafeUrls.Source(block.Text("url")) is { } url
            ? new FileBlock(
                url,
                block.Text("displayName") ?? block.Text("originalName") ?? "",
                block.Text("mimeType"),
                block.Payload().Decimal("sizeBytes") is >= 0 and <= long.MaxValue and var size ? (long)size : null,
                block.Text("icon"))
            : null;

    public static CtaBlock? Cta(V6Block block) =>
        SafeUrls.Link(block.Text("href")) is { } href && block.Text("label") is { } label
            ? new CtaBlock(label, href, block.Text("style"), block.Payload().Flag("openInNewTab") ?? false)
            : null;

    private static BlockImage? Picture(V6Json image) =>
        SafeUrls.Source(image.Key("url")) is { } url ? new BlockImage(url, image.Text("alt") ?? "", image.Key("caption")) : null;

    private static int? Pixels(V6Block block, string name) => block.Payload().Int(name) is > 0 and var pixels ? pixels : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{11}\z")]
    private static partial Regex VideoId();
}
