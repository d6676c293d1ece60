namespace Bff.Sandbox.Faults;

/// <summary>A rule at work: how often it may still strike, its dice, and who stands in its race.</summary>
internal sealed class ActiveFault(FaultRule rule)
{
    private readonly Lock _gate = new();
    private readonly Random _dice = new(rule.Seed);
    private TaskCompletionSource _complete = New();
    private int _seen;
    private int _struck;
    private int _waiting;

    public FaultRule Rule { get; } = rule;

    public bool Strikes(string operation, string? tenant)
    {
        var matches = (Rule.OperationId == "*" || Rule.OperationId == operation) && (Rule.Tenant is null || Rule.Tenant == tenant);
        return matches && Strikes();
    }

    /// <summary>Holds a racer until the others are there, or for the rule's delay.</summary>
    public async Task MeetAsync(CancellationToken cancellationToken)
    {
        Task complete;
        lock (_gate)
        {
            complete = _complete.Task;
            if (++_waiting == Rule.Parties)
            {
                _complete.SetResult();
                _complete = New();
                _waiting = 0;
            }
        }

        await Task.WhenAny(complete, Task.Delay(TimeSpan.FromMilliseconds(Rule.DelayMs), TimeProvider.System, cancellationToken));
    }

    private bool Strikes()
    {
        lock (_gate)
        {
            var due = _seen++ >= Rule.After && (Rule.Times is null || _struck < Rule.Times);
            var strikes = due && (Rule.Probability >= 1 || _dice.NextDouble() < Rule.Probability);
            _struck += strikes ? 1 : 0;
            return strikes;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
