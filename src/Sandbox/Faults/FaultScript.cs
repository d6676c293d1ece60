using Bff.Sandbox.Time;

namespace Bff.Sandbox.Faults;

/// <summary>
/// The faults in force. A request takes at most one delay (latency, hang), one race and one outcome (all others), each the
/// first rule in the order given that strikes; so a list of outcomes with <c>times</c> plays as a script.
/// </summary>
internal sealed class FaultScript(SandboxClock clock)
{
    private volatile ActiveFault[] _faults = [];

    public IReadOnlyList<FaultRule> Rules => [.. _faults.Select(f => f.Rule)];

    /// <summary>The whole service is gone: no connection is served.</summary>
    public bool Refuses => _faults.Any(f => f.Rule.Kind == FaultKind.Refuse);

    public void Set(IEnumerable<FaultRule> rules) => _faults = [.. rules.Select(r => new ActiveFault(r))];

    public void Clear() => _faults = [];

    public FaultPick Pick(string operation, string? tenant)
    {
        var faults = _faults;
        return faults.Length == 0
            ? FaultPick.None
            : new FaultPick(
                First(faults, IsDelay, operation, tenant),
                First(faults, IsRace, operation, tenant),
                First(faults, kind => !IsDelay(kind) && !IsRace(kind), operation, tenant));
    }

    public async Task DelayAsync(FaultRule rule, CancellationToken cancellationToken)
    {
        var delay = TimeSpan.FromMilliseconds(rule.DelayMs);
        if (rule.Kind == FaultKind.Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        else if (rule.Clock == FaultClock.Sandbox)
        {
            await clock.WaitUntilAsync(clock.GetUtcNow() + delay, cancellationToken);
        }
        else
        {
            await Task.Delay(delay, TimeProvider.System, cancellationToken);
        }
    }

    private static bool IsDelay(FaultKind kind) => kind is FaultKind.Latency or FaultKind.Hang;

    private static bool IsRace(FaultKind kind) => kind is FaultKind.Race or FaultKind.RaceConflict;

    private static ActiveFault? First(ActiveFault[] faults, Func<FaultKind, bool> of, string operation, string? tenant) =>
        faults.FirstOrDefault(f => of(f.Rule.Kind) && f.Strikes(operation, tenant));
}

/// <summary>The faults that hit one request.</summary>
internal sealed record FaultPick(ActiveFault? Delay, ActiveFault? Race, ActiveFault? Outcome)
{
    public static readonly FaultPick None = new(null, null, null);

    public FaultRule? Rule(FaultKind kind) => Outcome?.Rule.Kind == kind ? Outcome.Rule : null;
}
