namespace Bff.Grains.Auth;

/// <summary>How long sessions live and how their v6 tokens are kept alive. Section <c>Auth:Sessions</c>.</summary>
internal sealed class SessionOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Auth:Sessions";

    /// <summary>A session that is not used for this long ends. Default 14 days. 1 minute to 400 days.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>A session ends this long after sign-in, used or not; a day later storage lets go of its row. Default 90 days. At least <see cref="IdleFor"/>, at most 400 days.</summary>
    public TimeSpan EndAfter { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A use is written down at most this often; each is one write to storage. Default 5 minutes. 1 s to 1 day.</summary>
    public TimeSpan WriteLastSeenEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A v6 token is renewed this long before it expires, or in the last quarter of its life if that is shorter. Default 10 minutes. 1 s to 1 day.</summary>
    public TimeSpan RenewAhead { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The token of a session that nobody uses is renewed for this long; then it is left to expire, because v6 renews no expired token.
    /// Each unused session costs v6 one call per token life and this silo its memory. Default 24 h. 0 to 400 days.
    /// </summary>
    public TimeSpan RenewUnusedFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Life assumed of a token that does not say its own. Default 1 h. 1 minute to 400 days.</summary>
    public TimeSpan AssumedTokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Sessions that one customer may have; the eldest ends for a new one. Default 20. 1 to 1000.</summary>
    public int PerCustomer { get; set; } = 20;

    /// <summary>Every setting that cannot work.</summary>
    public IEnumerable<string> Failures()
    {
        var day = TimeSpan.FromDays(1);
        List<string?> failures =
        [
            Check(nameof(IdleFor), IdleFor, TimeSpan.FromMinutes(1), 400 * day),
            Check(nameof(EndAfter), EndAfter, IdleFor, 400 * day),
            Check(nameof(WriteLastSeenEvery), WriteLastSeenEvery, TimeSpan.FromSeconds(1), day),
            Check(nameof(RenewAhead), RenewAhead, TimeSpan.FromSeconds(1), day),
            Check(nameof(RenewUnusedFor), RenewUnusedFor, TimeSpan.Zero, 400 * day),
            Check(nameof(AssumedTokenLife), AssumedTokenLife, TimeSpan.FromMinutes(1), 400 * day),
            PerCustomer is < 1 or > 1000 ? $"{Section}:{nameof(PerCustomer)} must be between 1 and 1000." : null,
        ];
        return failures.OfType<string>();
    }

    private static string? Check(string name, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value >= least && value <= most ? null : $"{Section}:{name} must be between {least} and {most}.";
}
