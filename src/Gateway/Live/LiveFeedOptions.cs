using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Live;

/// <summary>What can be watched through a gateway (section <c>Gateway:Live</c>).</summary>
internal sealed class LiveFeedOptions
{
    public const string Section = "Gateway:Live";

    /// <summary>
    /// Different slot days and customers of one tenant that can be watched at once; one more is answered with an error. Each slot day
    /// costs v6 one read per <c>Live:PollEvery</c>, whoever asks for it. How many watch the same counts for nothing. Default 1,000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxPerTenant { get; set; } = 1_000;
}
