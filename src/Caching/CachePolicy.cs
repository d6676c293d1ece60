using Bff.Contracts.Answers;

namespace Bff.Caching;

/// <summary>
/// How long an answer may be used, and what happens while its source cannot be asked. The presets derive everything from one time;
/// change single members by <c>with</c>.
/// </summary>
/// <remarks>Terms: fresh and stale as in RFC 9111 §4.2, stale-if-error as in RFC 5861 §4. See ADR 0005.</remarks>
public sealed record CachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How long a found value is fresh: it is served without asking. More than zero.</summary>
    public required TimeSpan FreshFor { get; init; }

    /// <summary>Each fetched value lives up to this fraction shorter, by chance, so that what was fetched together does not expire together. 0 to 0.5.</summary>
    public double Jitter { get; init; } = 0.1;

    /// <summary>In this last fraction of its fresh time a hit starts one refresh in the background. 0 (never) to 0.9.</summary>
    public double EagerRefresh { get; init; } = 0.2;

    /// <summary>How long after its fresh time a found value may be served while the source fails. Zero: never.</summary>
    public TimeSpan StaleIfError { get; init; } = TimeSpan.Zero;

    /// <summary>How long "there is no such thing" is believed. It is never served stale. Zero: not kept at all.</summary>
    public TimeSpan AbsentFor { get; init; } = TimeSpan.Zero;

    /// <summary>While a stale value is served, the source is tried at most once in this time; a longer <c>Retry-After</c> of the source wins, up to <see cref="FreshFor"/>.</summary>
    public TimeSpan RetryEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a caller waits for a slow source when there is a stale value to serve. Zero: it is served at once while the fetch goes on.</summary>
    public TimeSpan SoftTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After this time a fetch is given up and its waiters fail, so that a source that never answers blocks an entry no longer. Above the source's own time budget.</summary>
    public TimeSpan FetchLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Public catalogue data and tenant settings: better a day old than missing.</summary>
    public static CachePolicy Catalog(TimeSpan freshFor) => Derived(freshFor, staleIfError: TimeSpan.FromDays(1));

    /// <summary>What belongs to one customer: an outage of minutes is bridged.</summary>
    public static CachePolicy Personal(TimeSpan freshFor) => Derived(freshFor, staleIfError: freshFor * 10);

    /// <summary>What changes by the second (slots, stock): stale only as long as it would have been fresh, and refreshed only on demand.</summary>
    public static CachePolicy Live(TimeSpan freshFor) => Derived(freshFor, staleIfError: freshFor) with { EagerRefresh = 0 };

    /// <summary>A gateway's copy of an owner's answer: seconds, so that a lost change notice costs no more; longer only while no owner answers.</summary>
    public static CachePolicy Near(TimeSpan freshFor, TimeSpan staleIfError) =>
        Derived(freshFor, staleIfError) with { AbsentFor = freshFor, RetryEvery = TimeSpan.FromSeconds(1) };

    /// <summary>Every value that is out of its range, each with the name of its setting; empty when the policy is usable.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        Require(FreshFor > TimeSpan.Zero && FreshFor <= Longest, $"{nameof(FreshFor)} must be more than zero and at most 365 days.");
        Require(Jitter is >= 0 and <= 0.5, $"{nameof(Jitter)} must be between 0 and 0.5.");
        Require(EagerRefresh is >= 0 and <= 0.9, $"{nameof(EagerRefresh)} must be between 0 and 0.9.");
        Require(StaleIfError >= TimeSpan.Zero && StaleIfError <= Longest, $"{nameof(StaleIfError)} must be between zero and 365 days.");
        Require(AbsentFor >= TimeSpan.Zero && AbsentFor <= FreshFor, $"{nameof(AbsentFor)} must be between zero and {nameof(FreshFor)}.");
        Require(RetryEvery > TimeSpan.Zero && RetryEvery <= Longest, $"{nameof(RetryEvery)} must be more than zero and at most 365 days.");
        Require(SoftTimeout >= TimeSpan.Zero && SoftTimeout <= FetchLimit, $"{nameof(SoftTimeout)} must be between zero and {nameof(FetchLimit)}.");
        Require(FetchLimit > TimeSpan.Zero && FetchLimit <= TimeSpan.FromHours(1), $"{nameof(FetchLimit)} must be more than zero and at most an hour.");
        return problems;

        void Require(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }
    }

    /// <summary>This policy, when all of it is in range.</summary>
    /// <exception cref="ArgumentException">Names every setting that is not.</exception>
    public CachePolicy Validated() => Problems() is { Count: > 0 } problems ? throw new ArgumentException(string.Join(' ', problems)) : this;

    /// <summary>How long an answer that has just come is fresh. Jitter only shortens, so the policy's times are upper bounds.</summary>
    internal TimeSpan Lifetime(bool found, double chance) => (found ? FreshFor : AbsentFor) * (1 - (Jitter * chance));

    /// <summary>How long a failing source rests while something else can be served: a <c>Retry-After</c> counts, but not without end.</summary>
    internal TimeSpan RestAfter(Failure failure)
    {
        var longest = FreshFor > RetryEvery ? FreshFor : RetryEvery;
        return failure.RetryAfter is { } asked && asked > RetryEvery ? Shorter(asked, longest) : RetryEvery;
    }

    private static CachePolicy Derived(TimeSpan freshFor, TimeSpan staleIfError) => new CachePolicy
    {
        FreshFor = freshFor,
        StaleIfError = staleIfError,
        AbsentFor = Shorter(freshFor / 5, TimeSpan.FromSeconds(30)),
        RetryEvery = Shorter(freshFor, TimeSpan.FromSeconds(5)),
    }.Validated();

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
