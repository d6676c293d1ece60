namespace Bff.SystemTests.Containers;

internal static class UrlPorts
{
    /// <summary>Ports of one address or several, as <c>Urls</c> has them.</summary>
    public static int[] Of(string urls) => [.. urls.Split(';').Select(url => int.Parse(url[(url.LastIndexOf(':') + 1)..].TrimEnd('/')))];
}
