using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Mutations;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Limits;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>
/// Does a mutation under a receipt.
/// 1. With a key: asks the receipt whether to send; what was asked before is answered from it, what is being asked is waited for.
/// 2. Sends, once.
/// 3. Notes the outcome; an unknown one is looked for before the caller learns of it.
/// 4. Without a key nothing is written, unless the outcome is unknown: then there is a receipt by a made-up key, by which the caller can ask later.
/// 5. Before the operation's time is up the caller is told that nobody knows yet; the run goes on and notes what becomes of it.
/// </summary>
internal sealed class ReceiptedRun<TInput, TResult>(
    string mutation, Func<TInput, OutcomeClue?>? clueOf, bool isRecognised, Func<TInput, GraphContext, Guid, ValueTask<MutationResult<TResult>>> send)
    where TInput : class, IMutationInput
    where TResult : class
{
    /// <summary>The mutation.</summary>
    public ValueTask<MutationResult<TResult>> RunAsync(TInput input, GraphContext request) => input switch
    {
        IIdempotentInput { IdempotencyKey: { } key } asked =>
            InTimeAsync(RunUnderKeyAsync(asked, input, request, key), request, () => Task.FromResult(ToResult(ReceiptOutcome.Unknown, key))),
        IIdempotentInput asked => RunWithoutKeyAsync(asked, input, request),
        _ => send(input, request, Guid.Empty),
    };

    // Step 5
    private static async ValueTask<MutationResult<TResult>> InTimeAsync(
        ValueTask<MutationResult<TResult>> run, GraphContext request, Func<Task<MutationResult<TResult>>> late)
    {
        if (run.IsCompleted)
        {
            return await run;
        }

        var task = run.AsTask();
        var limit = TimeSpan.FromSeconds(request.Services.GetRequiredService<IOptions<DocumentLimits>>().Value.OperationTimeoutSeconds) * 0.9;
        await ((Task)task.WaitAsync(limit, request.Services.GetRequiredService<TimeProvider>())).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted ? await task : await late();
    }

    private async ValueTask<MutationResult<TResult>> RunUnderKeyAsync(IIdempotentInput asked, TInput input, GraphContext request, string key)
    {
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.IsUnknown)
        {
            return MutationResult<TResult>.Failed(resolution.Problem!.ToMutationError());
        }

        var attempt = AttemptOf(asked, input, resolution.Caller, Guid.NewGuid(), TimeSpan.Zero);
        var desk = ReceiptDesk.Open(request, key, attempt);
        var verdict = await desk.AskToSendAsync(); // Step 1
        return verdict.Kind switch
        {
            ReceiptVerdictKind.Send => await SendAsync(input, request, desk, attempt.Attempt, key),
            ReceiptVerdictKind.Known => ToResult(verdict.Outcome!, key),
            ReceiptVerdictKind.Pending => ToResult(ReceiptOutcome.Unknown, key),
            ReceiptVerdictKind.Mismatch => MutationResult<TResult>.Failed(new IdempotencyMismatchError()),
            _ => MutationResult<TResult>.Failed(NothingSent(ErrorCodes.ClusterUnavailable)),
        };
    }

    private async ValueTask<MutationResult<TResult>> SendAsync(TInput input, GraphContext request, ReceiptDesk desk, Guid attempt, string key)
    {
        MutationResult<TResult> result;
        try
        {
            result = await send(input, request, attempt); // Step 2
        }
        catch (Exception exception)
        {
            await desk.CompleteAsync(OutcomeOf(exception));
            throw;
        }

        return await NoteAsync(result, desk, key); // Step 3
    }

    // Steps 4 and 5
    private async ValueTask<MutationResult<TResult>> RunWithoutKeyAsync(IIdempotentInput asked, TInput input, GraphContext request)
    {
        var (key, attempt, time) = (Guid.NewGuid().ToString(), Guid.NewGuid(), request.Services.GetRequiredService<TimeProvider>());
        var started = time.GetTimestamp();
        var receipt = new LateReceipt(async () =>
        {
            var caller = (await request.Identity.ResolveAsync()).Caller;
            return ReceiptDesk.Open(request, key, AttemptOf(asked, input, caller, attempt, time.GetElapsedTime(started)));
        });
        return await InTimeAsync(SendWithoutKeyAsync(input, request, attempt, key, receipt), request, async () =>
        {
            await receipt.PromiseAsync(time);
            return ToResult(ReceiptOutcome.Unknown, key);
        });
    }

    private async ValueTask<MutationResult<TResult>> SendWithoutKeyAsync(TInput input, GraphContext request, Guid attempt, string key, LateReceipt receipt)
    {
        MutationResult<TResult> result;
        try
        {
            result = await send(input, request, attempt); // Step 2
        }
        catch (Exception exception)
        {
            if (!receipt.TryDoWithout() && await receipt.BegunAsync() is { } promised)
            {
                await promised.CompleteAsync(OutcomeOf(exception));
            }

            throw;
        }

        return (IsUnknown(result) || !receipt.TryDoWithout()) && await receipt.BegunAsync() is { } desk ? await NoteAsync(result, desk, key) : result;
    }

    private static async ValueTask<MutationResult<TResult>> NoteAsync(MutationResult<TResult> result, ReceiptDesk desk, string key)
    {
        var noted = await desk.CompleteAsync(new ReceiptOutcome(result.Value, result.Errors) { Changed = result.Changed });
        return WithKey(result with { Value = (TResult?)noted.Value, Errors = noted.Errors }, key);
    }

    private ReceiptRequest AttemptOf(IIdempotentInput asked, TInput input, Caller caller, Guid attempt, TimeSpan age) =>
        new(caller, attempt, mutation, InputFingerprint.Of(mutation, asked), clueOf?.Invoke(input), isRecognised, age);

    // A failure with a code is one of asking something before; after anything else it may have been sent.
    private static ReceiptOutcome OutcomeOf(Exception exception) =>
        exception is FailureError ? new ReceiptOutcome(null, [NothingSent(ErrorCodes.UpstreamUnavailable)]) : ReceiptOutcome.Unknown;

    private static RefusedError NothingSent(string code) => new(code, Retryable: true, RetryAfter: null);

    private static bool IsUnknown(MutationResult<TResult> result) => !result.IsDone && result.Errors.Any(error => error is UnknownOutcomeError);

    private static MutationResult<TResult> ToResult(ReceiptOutcome outcome, string key) =>
        WithKey(new MutationResult<TResult>((TResult?)outcome.Value, outcome.Errors) { Changed = outcome.Changed }, key);

    private static MutationResult<TResult> WithKey(MutationResult<TResult> result, string key) => IsUnknown(result)
        ? result with { Errors = [.. result.Errors.Select(error => error is UnknownOutcomeError ? new UnknownOutcomeError(key) : error)] }
        : result;
}
