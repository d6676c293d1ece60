using System.Security.Cryptography;
using System.Text;
using Bff.Gateway.Secrets;

namespace Bff.Gateway.Changes;

/// <summary>How fences are sealed that callers carry themselves (section <c>Gateway:Fences</c>).</summary>
internal sealed class FenceOptions : ISealingSecret
{
    public const string Section = "Gateway:Fences";

    /// <summary>
    /// Secret text from which the sealing key is made; the same on every gateway, or a fence of one is refused by another. Who knows it can
    /// have one tenant's public data read anew from v6, as often as its own rate limit allows. Default: a published text, which only
    /// Development accepts; elsewhere at least 24 characters of your own.
    /// </summary>
    public string Secret { get; set; } = "bff-fences";

    internal byte[] Key() => SHA256.HashData(Encoding.UTF8.GetBytes("fence\n" + Secret));
}
