using System.Security.Cryptography;
using System.Text;
using Bff.Gateway.Secrets;

namespace Bff.Gateway.Graph.Connections;

/// <summary>How cursors are sealed (section <c>Gateway:Cursors</c>).</summary>
internal sealed class CursorOptions : ISealingSecret
{
    public const string Section = "Gateway:Cursors";

    /// <summary>
    /// Secret text from which the sealing key is made; the same on every gateway, or paging breaks when a client changes gateways.
    /// Default: a published text, which only Development accepts; elsewhere at least 24 characters of your own.
    /// </summary>
    public string Secret { get; set; } = "bff-cursors";

    internal byte[] Key() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));
}
