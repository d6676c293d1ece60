namespace Bff.Grains.Auth.Limits;

/// <summary>How often signing in may be tried. Section <c>Auth:Limits</c>. Each limit counts over the whole cluster and survives restarts.</summary>
internal sealed class SignInLimitOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Auth:Limits";

    /// <summary>The time that all limits count within. Default 10 minutes. 1 s to 1 day.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Codes sent to one phone or e-mail address of a tenant. Default 10. 1 to 1 000 000.</summary>
    public int CodesPerIdentity { get; set; } = 10;

    /// <summary>Codes sent for one network address, over all tenants. Default 100: many customers share an office or a mobile network. 1 to 1 000 000.</summary>
    public int CodesPerAddress { get; set; } = 100;

    /// <summary>Codes sent for one tenant. Default 3000. 1 to 1 000 000.</summary>
    public int CodesPerTenant { get; set; } = 3000;

    /// <summary>
    /// Codes tried for one phone or e-mail address of a tenant; a right one clears the count. And, counted apart, members signed up with
    /// it. Default 10. 1 to 1 000 000.
    /// </summary>
    public int TriesPerIdentity { get; set; } = 10;

    /// <summary>Codes tried, and members signed up, from one network address, over all tenants. Default 200. 1 to 1 000 000.</summary>
    public int TriesPerAddress { get; set; } = 200;

    /// <summary>Codes tried, and members signed up, at one tenant. Default 6000. 1 to 1 000 000.</summary>
    public int TriesPerTenant { get; set; } = 6000;

    /// <summary>
    /// Answers about codes are given at multiples of this time after the question, so that their timing does not tell a known identity
    /// from an unknown one. Default 250 ms. 0 to 5 s.
    /// </summary>
    public TimeSpan AnswerStep { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Every setting that cannot work.</summary>
    public IEnumerable<string> Failures()
    {
        if (Within < TimeSpan.FromSeconds(1) || Within > TimeSpan.FromDays(1))
        {
            yield return $"{Section}:{nameof(Within)} must be between 1 s and 1 day.";
        }

        if (AnswerStep < TimeSpan.Zero || AnswerStep > TimeSpan.FromSeconds(5))
        {
            yield return $"{Section}:{nameof(AnswerStep)} must be between 0 and 5 s.";
        }

        (string Name, int Value)[] counts =
        [
            (nameof(CodesPerIdentity), CodesPerIdentity), (nameof(CodesPerAddress), CodesPerAddress), (nameof(CodesPerTenant), CodesPerTenant),
            (nameof(TriesPerIdentity), TriesPerIdentity), (nameof(TriesPerAddress), TriesPerAddress), (nameof(TriesPerTenant), TriesPerTenant),
        ];
        foreach (var (name, _) in counts.Where(count => count.Value is < 1 or > 1_000_000))
        {
            yield return $"{Section}:{name} must be between 1 and 1 000 000.";
        }
    }
}
