using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Changes;

/// <summary>How v6 would tell that something changed behind our back (section <c>Gateway:Webhook</c>). It does not do so yet.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Gateway:Webhook";

    /// <summary>
    /// The secret shared with the sender, at least 24 bytes in base64, with or without the prefix <c>whsec_</c>; without one there is no
    /// such endpoint. Default none.
    /// </summary>
    [RegularExpression("^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$", ErrorMessage = "must be base64 of at least 24 bytes.")]
    public string? Secret { get; set; }

    /// <summary>How far the sender's clock may be away, and how old a message may be. Default 5 minutes. 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "must be 1 second to 10 minutes.")]
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    internal byte[]? Key() => Secret is { } secret ? Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret[6..] : secret) : null;

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"webhook {(Secret is null ? "off" : "on")}, tolerance {Tolerance}";
}
