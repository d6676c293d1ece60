using System.Collections.Immutable;
using Bff.Contracts.Cluster;

namespace Bff.Grains.Cluster;

/// <summary>
/// Which operations of a tenant are broken. An operation that this activation has never heard of, and that a silo would probe, was broken
/// before it began: it is probed by one silo as any other. Bounded by the operations of the contract.
/// </summary>
internal sealed class BreakerBook(TimeSpan breakFor, TimeSpan probeFor, TimeProvider time)
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    private enum State
    {
        Open,
        Probing,
        Closed,
    }

    /// <summary>The broken ones, with what is left of their time.</summary>
    public ImmutableArray<BrokenOperation> Broken =>
        [.. entries.Where(entry => entry.Value.State != State.Closed)
            .Select(entry => new BrokenOperation(entry.Key, entry.Value.State == State.Open ? Left(entry.Value.Until) : TimeSpan.Zero))];

    /// <summary>Opens a breaker that is not open.</summary>
    public void Trip(string operation)
    {
        if (!entries.TryGetValue(operation, out var entry) || entry.State == State.Closed)
        {
            Open(operation, breakFor);
        }
    }

    /// <summary>Answers a silo that would try.</summary>
    public ProbeVerdict Ask(string operation)
    {
        var entry = entries.GetValueOrDefault(operation) ?? new Entry(State.Open, time.GetUtcNow());
        if (entry.State == State.Closed)
        {
            return new ProbeVerdict(ProbeKind.Closed);
        }

        // A silo that is lost with its probe holds it no longer than a call can take.
        if (Left(entry.Until) is { Ticks: > 0 } wait)
        {
            return new ProbeVerdict(ProbeKind.Wait, entry.State == State.Open ? wait : Shorter(wait, breakFor / 10));
        }

        entries[operation] = new Entry(State.Probing, time.GetUtcNow() + probeFor);
        return new ProbeVerdict(ProbeKind.Probe);
    }

    /// <summary>A probe has ended.</summary>
    public void End(string operation, bool? worked)
    {
        if (worked is true)
        {
            entries[operation] = new Entry(State.Closed, time.GetUtcNow());
        }
        else
        {
            Open(operation, worked is false ? breakFor : TimeSpan.Zero);
        }
    }

    private void Open(string operation, TimeSpan wait) => entries[operation] = new Entry(State.Open, time.GetUtcNow() + wait);

    private TimeSpan Left(DateTimeOffset until) => until > time.GetUtcNow() ? until - time.GetUtcNow() : TimeSpan.Zero;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Entry(State State, DateTimeOffset Until);
}
