namespace Bff.Upstream.Governing;

/// <summary>How silos share a tenant's calls and broken operations. Section <c>Upstream:Governor</c>. All silos need the same values.</summary>
public sealed class GovernorOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Upstream:Governor";

    /// <summary>
    /// How long a lease admits calls; it is renewed at half of it while it is used. The permits of a silo that was lost are free again
    /// after this and the longest time budget of a call. Default 4 s. 1–60 s.
    /// </summary>
    public TimeSpan LeaseFor { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Permits that a silo asks for at a time, so that it seldom asks. Default 8. 1–1000.</summary>
    public int LeaseChunk { get; set; } = 8;

    /// <summary>How long the governor may take to answer; after that a silo goes on by its local share. Default 1 s. 0.1–10 s.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Calls of one tenant that a silo may have in flight while it cannot reach the governor. The tenant's bound may then be passed by
    /// so many for each silo. Default 4. 1–1000.
    /// </summary>
    public int LocalShare { get; set; } = 4;

    /// <summary>How often a silo asks again while calls wait for permits or the governor cannot be reached. Default 100 ms. 10 ms–10 s.</summary>
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Failures of one operation of one tenant, seen by one silo, without which its breaker stays closed. Default 20. 2–10 000.</summary>
    public int BreakAfterFailures { get; set; } = 20;

    /// <summary>Failures in percent of the calls, from the first failure on, at which the breaker opens. Default 50. 1–100.</summary>
    public int BreakAtPercent { get; set; } = 50;

    /// <summary>How long failures are counted together. Default 10 s. 1–300 s.</summary>
    public TimeSpan BreakWindow { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long an open breaker refuses before one call in the cluster may try. At least <see cref="LeaseFor"/>, so that by then every silo
    /// that calls v6 has heard of it. Default 5 s. 1–300 s.
    /// </summary>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(5);
}
