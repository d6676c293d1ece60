namespace Bff.Sandbox.Faults;

/// <summary>What can go wrong on purpose.</summary>
internal enum FaultKind
{
    /// <summary>The answer is late by <c>delayMs</c>.</summary>
    Latency,

    /// <summary>Headers and a fifth of the body come at once, the rest in pieces over <c>delayMs</c>.</summary>
    SlowBody,

    /// <summary>Connection reset before anything was done.</summary>
    ResetBeforeCommit,

    /// <summary>Connection reset after the change was made: the lost reply.</summary>
    ResetAfterCommit,

    /// <summary>The change is made <c>delayMs</c> after the request came, even when the client has given up by then and gets no answer.</summary>
    LateCommit,

    /// <summary>Connection reset in the middle of the body, after the change was made.</summary>
    ResetInBody,

    /// <summary>Answers <c>status</c>, with <c>Retry-After</c> when <c>retryAfterSeconds</c> is given.</summary>
    Status,

    /// <summary>A body that is no JSON.</summary>
    Garbage,

    /// <summary>Half of the JSON, as a complete HTTP answer.</summary>
    Truncated,

    /// <summary>The right body called <c>text/html</c>.</summary>
    WrongContentType,

    /// <summary>Checks and commit without a lock, <c>delayMs</c> apart or until <c>parties</c> requests stand between: oversells.</summary>
    Race,

    /// <summary>As <see cref="Race"/>, but the loser notices and gets BOOKING_RACE_CONFLICT (bookings only).</summary>
    RaceConflict,

    /// <summary>No answer until the client gives up.</summary>
    Hang,

    /// <summary>Whole outage: connections are closed, no request is seen or counted. Needs operation <c>*</c> and no tenant.</summary>
    Refuse,
}

/// <summary>Clock that a delay runs on.</summary>
internal enum FaultClock
{
    /// <summary>Real time, so that moving the sandbox's clock does not release it.</summary>
    Real,

    /// <summary>The sandbox's clock: moving it releases the delay.</summary>
    Sandbox,
}

/// <summary>One scripted fault.</summary>
internal sealed record FaultRule
{
    /// <summary>Operation it hits; <c>*</c> for all.</summary>
    public string OperationId { get; init; } = "*";

    /// <summary>Only in this tenant.</summary>
    public string? Tenant { get; init; }

    public FaultKind Kind { get; init; }

    /// <summary>How often it strikes before it is spent; null for ever.</summary>
    public int? Times { get; init; }

    /// <summary>Matching requests it lets through first.</summary>
    public int After { get; init; }

    /// <summary>Share of matching requests that it strikes, 0 to 1; decided by <see cref="Seed"/>.</summary>
    public double Probability { get; init; } = 1;

    public int Seed { get; init; }

    public int DelayMs { get; init; }

    public FaultClock Clock { get; init; }

    /// <summary>HTTP status of <see cref="FaultKind.Status"/>.</summary>
    public int? Status { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>A <see cref="FaultKind.Status"/> that comes after the change was made: a proxy's 502 over a success.</summary>
    public bool AfterCommit { get; init; }

    /// <summary>Requests that a race waits for between checks and commit, at most <see cref="DelayMs"/>.</summary>
    public int Parties { get; init; }

    /// <summary>What is wrong with the rule; null when nothing is.</summary>
    public string? Failure() => this switch
    {
        { Kind: FaultKind.Status, Status: null or < 400 or > 599 } => "status must be between 400 and 599",
        { Kind: FaultKind.Refuse } when OperationId != "*" || Tenant is not null => "refuse needs operationId * and no tenant",
        { Probability: < 0 or > 1 } => "probability must be between 0 and 1",
        { DelayMs: < 0 } or { Times: < 1 } or { After: < 0 } => "delayMs, times and after must not be negative",
        _ => null,
    };
}
