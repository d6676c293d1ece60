namespace Bff.Grains.Changes;

/// <summary>How owners make their changes known. Section <c>Changes</c>.</summary>
public sealed class ChangeOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Changes";

    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>How long a silo collects changes before it tells the gateways, so that a busy one sends few notices. Default 10 ms. 0 to 5 s.</summary>
    public TimeSpan CollectFor { get; set; } = TimeSpan.FromMilliseconds(10);
}
