using Bff.Gateway.Edge;

namespace Bff.Gateway.Ide;

/// <summary>The page for developers at <c>/graphql</c> (section <c>Gateway:Ide</c>).</summary>
internal sealed class IdeOptions
{
    public const string Section = "Gateway:Ide";

    /// <summary>Who gets the page. Default: everybody in Development, operators elsewhere.</summary>
    public Exposure? Access { get; set; }

    /// <summary>Tenant that the page asks for unless its user sets another. Default <c>salon-hk</c>, a sample tenant of the sandbox.</summary>
    public string TenantId { get; set; } = "salon-hk";

    /// <summary>The page's package as npm packs it. Default: the one that the build put beside the program.</summary>
    public string PackagePath { get; set; } = Path.Combine(AppContext.BaseDirectory, IdePackage.FileName);
}
