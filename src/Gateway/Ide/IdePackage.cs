using System.Collections.Frozen;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Bff.Gateway.Ide;

/// <summary>
/// Banana Cake Pop as npm packs it, read into memory. The build fetches it and it is never committed; its licence allows serving it with
/// its licence file beside it. Only the very package that was looked at is served.
/// </summary>
internal sealed class IdePackage
{
    public const string FileName = "bananacakepop-graphql-ide.tgz";

    private const string Sha512 =
        "10808c4fd52c22eb0c6dbeefd2277f908821af6b01fce54e831abd89f8069dcd"
        + "468da74ce5368fe1c4c079c61610992ca0e9a4aef022a6215c5f28b1b149b5d3";

    private const string Root = "package/";

    private readonly FrozenDictionary<string, byte[]> files;

    private IdePackage(Dictionary<string, byte[]> files) => this.files = files.ToFrozenDictionary();

    public byte[]? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The package at the path; null when there is none, or another.</summary>
    public static IdePackage? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var packed = File.ReadAllBytes(path);
        if (Convert.ToHexStringLower(SHA512.HashData(packed)) != Sha512)
        {
            return null;
        }

        var files = new Dictionary<string, byte[]>();
        using var unpacked = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.StartsWith(Root, StringComparison.Ordinal))
            {
                using var content = new MemoryStream();
                data.CopyTo(content);
                files[entry.Name[Root.Length..]] = content.ToArray();
            }
        }

        return new IdePackage(files);
    }
}
