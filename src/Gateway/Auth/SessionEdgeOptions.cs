using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Auth;

/// <summary>How this gateway treats sessions. Section <c>Auth</c>.</summary>
public sealed class SessionEdgeOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Auth";

    /// <summary>
    /// How long a verdict on a session is believed here, at most 500 ms: a revocation must be seen everywhere within a second. Each
    /// session in use costs one grain call for every such span. Default 300 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:00.5")]
    public TimeSpan VerdictFor { get; set; } = TimeSpan.FromMilliseconds(300);
}
