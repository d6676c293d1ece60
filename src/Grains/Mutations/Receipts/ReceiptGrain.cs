using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Mutations;
using Bff.Grains.Auth;
using Bff.Grains.Auth.Storage;
using Bff.Grains.Mutations.Lookups;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Serialization;

namespace Bff.Grains.Mutations.Receipts;

/// <summary>
/// Calls take turns, only waiting interleaves, so each may read, decide and write without looking over its shoulder.
/// 1. What storage has is read anew where somebody else may have written.
/// 2. A free key, or one freed by its last outcome, is taken by a write that storage takes from one activation only; then the gateway sends.
/// 3. The same question again gets the known outcome, or is told to wait while the first try runs.
/// 4. A try of which nothing was heard for too long, or whose reply was lost, is looked for in v6. It is never sent again, unless v6
///    itself recognises it and the caller asks.
/// </summary>
[GrainType("receipt")]
internal sealed partial class ReceiptGrain : Grain, IReceiptGrain
{
    private const int Tries = 5;
    private static readonly TimeSpan WaitSlice = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseBetweenReads = TimeSpan.FromMilliseconds(250);

    private readonly ReceiptVault vault;
    private readonly OutcomeLookups lookups;
    private readonly ReceiptOptions options;
    private readonly AuthTime time;
    private readonly ReceiptMetrics metrics;
    private readonly ILogger<ReceiptGrain> logger;

    // Of the try that this activation has let go.
    private TaskCompletionSource<ReceiptOutcome>? flight;
    private Guid refused;
    private (Guid Attempt, ReceiptOutcome Outcome)? unwritten;
    private DateTimeOffset lookedAt;

    public ReceiptGrain(
        [PersistentState("receipt", ReceiptOptions.Storage)] IPersistentState<StoredReceipt> state,
        SessionProtector protector,
        Serializer<ReceiptRecord> serializer,
        OutcomeLookups lookups,
        IOptions<ReceiptOptions> options,
        AuthTime time,
        ReceiptMetrics metrics,
        ILogger<ReceiptGrain> logger)
    {
        vault = new ReceiptVault(state, protector, serializer, ReceiptKey.Parse(this.GetPrimaryKeyString()));
        (this.lookups, this.options, this.time, this.metrics, this.logger) = (lookups, options.Value, time, metrics, logger);
    }

    private ReceiptRecord? Current => vault.Record is { } record && time.Now - record.BegunAt < options.KeepFor ? record : null;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        vault.Open();
        if (vault.IsUnreadable)
        {
            LogUnreadable();
        }

        return Task.CompletedTask;
    }

    public async Task<ReceiptVerdict> BeginAsync(ReceiptRequest request)
    {
        var verdict = await BeginUncountedAsync(request);
        metrics.Said(verdict.Kind);
        return verdict;
    }

    private async Task<ReceiptVerdict> BeginUncountedAsync(ReceiptRequest request)
    {
        try
        {
            return await DecideAsync(request);
        }
        catch (Exception exception)
        {
            // The write may have been made all the same; this activation knows that nothing was sent for it.
            refused = request.Attempt;
            LogNotWritten(exception.GetType().Name);
            return new ReceiptVerdict(ReceiptVerdictKind.Unavailable);
        }
    }

    public async Task<ReceiptOutcome> CompleteAsync(ReceiptCompletion completion)
    {
        var outcome = completion.Outcome;
        try
        {
            outcome = await NoteAsync(completion);
        }
        catch (Exception exception)
        {
            // What happened has happened: the caller is told, and the receipt is written when storage is back, or looked for.
            unwritten = (completion.Attempt, outcome);
            LogNotWritten(exception.GetType().Name);
        }

        flight?.TrySetResult(outcome);
        flight = null;
        return outcome;
    }

    public async Task<ReceiptOutcome?> WaitAsync()
    {
        if (flight is not { } running)
        {
            await Task.Delay(PauseBetweenReads, time.Clock);
            return null;
        }

        try
        {
            return await running.Task.WaitAsync(WaitSlice, time.Clock);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public async Task<Answer<MutationReceipt>> AskAsync(ReceiptQuestion question)
    {
        try
        {
            await CatchUpAsync(); // Step 1
            if (vault.IsUnreadable)
            {
                return Answer<MutationReceipt>.Failed(new Failure(ErrorCodes.Internal));
            }

            if (Current is { } record && !record.IsResolved && !IsRunning(record))
            {
                await ResolveAsync(record, question.Caller); // Step 4
            }
        }
        catch (Exception exception)
        {
            LogNotWritten(exception.GetType().Name);
            return Answer<MutationReceipt>.Failed(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        }

        if (Current is null)
        {
            // Made-up keys must not fill the memory with activations.
            DeactivateOnIdle();
        }

        return new Answer<MutationReceipt>(Current is { } known ? Show(known) : null, null, time.Now, time.Now, 0, false);
    }

    private async Task<ReceiptVerdict> DecideAsync(ReceiptRequest request)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await CatchUpAsync(); // Step 1
            if (await JudgeAsync(request) is { } verdict)
            {
                return verdict;
            }

            if (await vault.TryWriteAsync(Begun(request))) // Step 2
            {
                flight = new TaskCompletionSource<ReceiptOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
                return new ReceiptVerdict(ReceiptVerdictKind.Send);
            }
        }

        return new ReceiptVerdict(ReceiptVerdictKind.Unavailable);
    }

    // Null when the key may be taken.
    private async Task<ReceiptVerdict?> JudgeAsync(ReceiptRequest request)
    {
        if (vault.IsUnreadable)
        {
            return new ReceiptVerdict(ReceiptVerdictKind.Unavailable);
        }

        if (Current is not { } record || record.Outcome is { FreesKey: true } || (record.Outcome is null && record.Attempt == refused))
        {
            return null;
        }

        if (record.Attempt == request.Attempt && record.Outcome is null)
        {
            flight ??= new TaskCompletionSource<ReceiptOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ReceiptVerdict(ReceiptVerdictKind.Send); // Asked again because the reply was lost.
        }

        if (record.Fingerprint != request.Fingerprint)
        {
            return new ReceiptVerdict(ReceiptVerdictKind.Mismatch);
        }

        if (record.IsResolved)
        {
            return new ReceiptVerdict(ReceiptVerdictKind.Known, record.Outcome); // Step 3
        }

        if (IsRunning(record))
        {
            return new ReceiptVerdict(ReceiptVerdictKind.Pending);
        }

        return request.IsRecognised ? null : new ReceiptVerdict(ReceiptVerdictKind.Known, await ResolveAsync(record, request.Caller)); // Step 4
    }

    private async Task<ReceiptOutcome> NoteAsync(ReceiptCompletion completion)
    {
        var outcome = completion.Outcome;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (vault.IsDoubtful)
            {
                await vault.ReadAsync();
            }

            // Whoever took over, or looked meanwhile, has the word; but what v6 said that it did is true.
            if (vault.Record is not { } record
                || (record.Attempt != completion.Attempt && outcome.Status is not ReceiptStatus.Done))
            {
                return outcome;
            }

            if (record.IsResolved && (record.Outcome!.Status is ReceiptStatus.Done || outcome.Status is not ReceiptStatus.Done))
            {
                return record.Outcome;
            }

            if (outcome.Status is ReceiptStatus.Unknown)
            {
                outcome = (await LookAsync(record, completion.Caller) ?? outcome) with { Changed = outcome.Changed }; // Step 4
            }

            if (await vault.TryWriteAsync(Ended(record, outcome)))
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("The receipt could not be written.");
    }

    private async Task<ReceiptOutcome> ResolveAsync(ReceiptRecord record, Caller caller)
    {
        var found = await LookAsync(record, caller);
        if (found is not null && !await vault.TryWriteAsync(Ended(record, found)))
        {
            found = vault.Record?.Outcome;
        }

        return found ?? ReceiptOutcome.Unknown;
    }

    private async Task<ReceiptOutcome?> LookAsync(ReceiptRecord record, Caller caller)
    {
        var now = time.Now;
        if (record.Clue is not { } clue || now - lookedAt < options.LookEvery)
        {
            return null;
        }

        lookedAt = now;
        var request = new LookRequest(
            caller,
            record.Attempt,
            record.BegunAt - options.ClockSkew,
            record.BegunAt + options.SettleAfter + options.ClockSkew,
            IsSettled: now - record.BegunAt >= options.SettleAfter);
        return await lookups.LookAsync(clue, request);
    }

    // Another activation may have written, unless the try in flight is this one's or the receipt can change no more.
    private async Task CatchUpAsync()
    {
        if (vault.IsDoubtful || unwritten is not null || (vault.Record is { IsResolved: false } && flight is null))
        {
            await vault.ReadAsync();
        }

        if (unwritten is { } late)
        {
            if (vault.Record is { Outcome: null } record && record.Attempt == late.Attempt)
            {
                await vault.TryWriteAsync(Ended(record, late.Outcome));
            }

            unwritten = null;
        }
    }

    private bool IsRunning(ReceiptRecord record) => record.Outcome is null && time.Now - record.BegunAt < options.AttemptLimit;

    private MutationReceipt Show(ReceiptRecord record) => record switch
    {
        { Outcome: { } outcome } => new(record.Mutation, outcome.Status, outcome.Errors, record.BegunAt, record.ResolvedAt),
        _ when IsRunning(record) => new(record.Mutation, ReceiptStatus.Pending, [], record.BegunAt, null),
        _ => new(record.Mutation, ReceiptStatus.Unknown, ReceiptOutcome.Unknown.Errors, record.BegunAt, null),
    };

    private ReceiptRecord Begun(ReceiptRequest request) => new()
    {
        Attempt = request.Attempt,
        Mutation = request.Mutation,
        Fingerprint = request.Fingerprint,
        BegunAt = time.Now - request.Age,
        Clue = request.Clue,
    };

    private ReceiptRecord Ended(ReceiptRecord record, ReceiptOutcome outcome) =>
        record with { Outcome = outcome, ResolvedAt = outcome.Status is ReceiptStatus.Unknown ? null : time.Now };

    [LoggerMessage(EventId = 2301, Level = LogLevel.Error, Message = "A stored receipt cannot be opened with the keys of Auth:Keys:Ring; nothing is sent under its key.")]
    private partial void LogUnreadable();

    [LoggerMessage(EventId = 2302, Level = LogLevel.Warning, Message = "A receipt could not be read or written ({Kind}).")]
    private partial void LogNotWritten(string kind);
}
