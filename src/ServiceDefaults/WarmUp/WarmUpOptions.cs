using System.ComponentModel.DataAnnotations;

namespace Bff.ServiceDefaults.WarmUp;

/// <summary>Whether a host practises before it says that it is ready. Section <c>WarmUp</c>.</summary>
public sealed class WarmUpOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "WarmUp";

    /// <summary>Default: everywhere but in Development.</summary>
    public bool? Enabled { get; set; }

    /// <summary>
    /// After how many seconds the host says that it is ready though it is not warm, because late help is better than none: on a starved
    /// node, or when an exercise hangs. Less than the startup probe allows. Default 10.
    /// </summary>
    [Range(0.1, 300, ErrorMessage = "must be 0.1 to 300 seconds.")]
    public double MaxSeconds { get; set; } = 10;
}
