namespace Bff.Grains.Mutations.Receipts;

/// <summary>How long receipts are kept and how they are resolved. Section <c>Receipts</c>.</summary>
public sealed class ReceiptOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Receipts";

    /// <summary>Name of the grain storage, so that it can be a Redis of its own.</summary>
    public const string Storage = "receipts";

    /// <summary>How long a receipt is kept after its attempt; Redis removes it then. Default 24 h. 5 minutes to 30 days.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// An attempt of which nothing was heard for this long is unknown: the gateway that made it has died. More than a mutation may take,
    /// its wait for the slot's turn included. Default 40 s. 1 s to 10 minutes.
    /// </summary>
    public TimeSpan AttemptLimit { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>
    /// What v6 does not show this long after an attempt has not happened, where its absence proves that. Default 60 s.
    /// At least <see cref="AttemptLimit"/>, at most 1 h.
    /// </summary>
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The outcome of one unknown attempt is looked for at most this often. Default 3 s. 0 to 10 minutes.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How far v6's clock may be behind this one when what it shows is compared by age. Default 30 s. 0 to 10 minutes.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Every setting that cannot work.</summary>
    public IEnumerable<string> Failures()
    {
        var minutes = TimeSpan.FromMinutes(10);
        List<string?> failures =
        [
            Check(nameof(KeepFor), KeepFor, TimeSpan.FromMinutes(5), TimeSpan.FromDays(30)),
            Check(nameof(AttemptLimit), AttemptLimit, TimeSpan.FromSeconds(1), minutes),
            Check(nameof(SettleAfter), SettleAfter, AttemptLimit, TimeSpan.FromHours(1)),
            Check(nameof(LookEvery), LookEvery, TimeSpan.Zero, minutes),
            Check(nameof(ClockSkew), ClockSkew, TimeSpan.Zero, minutes),
        ];
        return failures.OfType<string>();
    }

    private static string? Check(string name, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value >= least && value <= most ? null : $"{Section}:{name} must be between {least} and {most}.";
}
