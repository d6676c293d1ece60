using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Auth;

/// <summary>How this gateway treats sessions. Section <c>Gateway:Sessions</c>.</summary>
internal sealed class SessionEdgeOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Gateway:Sessions";

    /// <summary>Longest <see cref="VerdictFor"/>.</summary>
    public const string LongestVerdict = "00:00:00.3";

    /// <summary>
    /// How long a verdict on a session is believed here, at most 300 ms: a revocation must be seen everywhere within a second, and the
    /// verdict may stand on a tenant's epoch that a silo heard 250 ms before, and a connection may take its last 400 ms to say that it
    /// ends. Each session in use costs one grain call for every such span. Default 300 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", LongestVerdict)]
    public TimeSpan VerdictFor { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a browser keeps the cookie; no longer than a session can last (<c>Auth:Sessions:EndAfter</c>). Default 90 days. 1 minute to 400 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "400.00:00:00")]
    public TimeSpan CookieFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Tenants whose storefront is on another site than this gateway: their cookie is <c>SameSite=None; Partitioned</c>. Default none:
    /// <c>SameSite=Lax</c>.
    /// </summary>
    public IList<string> CrossSiteTenants { get; } = [];
}
