using System.Diagnostics.Metrics;
using Bff.Contracts.Changes;
using Microsoft.Extensions.Logging;

namespace Bff.Caching;

/// <summary>
/// Counts what caches do on the meter <c>Bff.Cache</c>, by area and form (one thing or a list), which together name the v6 operation; never by
/// tenant or key. Requests minus fetches of one layer are the calls that its source was spared. Stale answers and defects of a fetch are logged too.
/// </summary>
public sealed class CacheMetrics : ICacheObserver
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Bff.Cache";

    private readonly Counter<long> _requests;
    private readonly Counter<long> _fetches;
    private readonly Counter<long> _outcomes;
    private readonly Counter<long> _evictions;
    private readonly KeyValuePair<string, object?> _layer;
    private readonly CacheLog _log;

    /// <summary>Instruments of one layer.</summary>
    /// <param name="layer"><c>owner</c> or <c>near</c>: both run in one process when it is all of the product.</param>
    /// <param name="meters">Gives the meter.</param>
    /// <param name="logger">Gets at most one line a minute and area about stale answers.</param>
    /// <param name="time">Paces the log.</param>
    public CacheMetrics(string layer, IMeterFactory meters, ILogger<CacheMetrics> logger, TimeProvider time)
    {
        _log = new CacheLog(logger, time);
        var meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>("bff.cache.requests", "{request}", "Calls to a cache by verdict.");
        _fetches = meter.CreateCounter<long>("bff.cache.fetches", "{fetch}", "Calls of a cache to its source, by who waits for them.");
        _outcomes = meter.CreateCounter<long>("bff.cache.outcomes", "{fetch}", "Ended calls of a cache to its source by outcome.");
        _evictions = meter.CreateCounter<long>("bff.cache.evictions", "{entry}", "Entries removed to keep a bound.");
        _layer = new("layer", layer);
    }

    /// <inheritdoc/>
    public void Served(in CacheKey key, CacheVerdict verdict)
    {
        _requests.Add(1, _layer, Area(key.Area), Form(key), new("verdict", Text(verdict)));
        if (verdict is CacheVerdict.Stale)
        {
            _log.Stale(key.Area);
        }
    }

    /// <inheritdoc/>
    public void FetchStarted(in CacheKey key, bool background) =>
        _fetches.Add(1, _layer, Area(key.Area), Form(key), new("kind", background ? "refresh" : "miss"));

    /// <inheritdoc/>
    public void FetchEnded(in CacheKey key, FetchOutcome outcome) =>
        _outcomes.Add(1, _layer, Area(key.Area), Form(key), new("outcome", Text(outcome)));

    /// <inheritdoc/>
    public void FetchThrew(CacheArea area, Exception exception) => _log.Threw(area, exception);

    /// <inheritdoc/>
    public void Evicted(CacheArea area) => _evictions.Add(1, _layer, Area(area));

    private static KeyValuePair<string, object?> Area(CacheArea area) => new("area", area.Name);

    private static KeyValuePair<string, object?> Form(in CacheKey key) => new("form", key.IsList ? "list" : "one");

    private static string Text(CacheVerdict verdict) => verdict switch
    {
        CacheVerdict.Hit => "hit",
        CacheVerdict.Absent => "absent",
        CacheVerdict.Stale => "stale",
        CacheVerdict.Miss => "miss",
        CacheVerdict.Coalesced => "coalesced",
        CacheVerdict.Failed => "failed",
        _ => "abandoned",
    };

    private static string Text(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Found => "found",
        FetchOutcome.Absent => "absent",
        _ => "failed",
    };
}
