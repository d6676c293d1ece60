namespace Bff.Grains.Live;

/// <summary>How owners tell of changes while they happen. Section <c>Live</c>.</summary>
internal sealed class LiveOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Live";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How often v6 is asked for the slots of a day that somebody watches, whoever and how many they are: what happens there without the
    /// BFF is seen so much later. Default 5 s. 500 ms to 30 minutes.
    /// </summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long an owner believes in a gateway that listens; gateways renew four times as often, and notice by that when the owner has gone.
    /// Default 8 s. 1 s to 30 minutes.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Every setting that cannot work.</summary>
    public IEnumerable<string> Failures()
    {
        if (PollEvery < TimeSpan.FromMilliseconds(500) || PollEvery > Longest)
        {
            yield return $"{Section}:{nameof(PollEvery)} must be 00:00:00.5 to 00:30:00.";
        }

        if (Lease < TimeSpan.FromSeconds(1) || Lease > Longest)
        {
            yield return $"{Section}:{nameof(Lease)} must be 00:00:01 to 00:30:00.";
        }
    }
}
