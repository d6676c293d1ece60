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
/// 4. Without a key nothing is written, unless the outcome is unknown: then a key is made, by which the caller can ask later.
/// 5. Before the operation's time is up the caller is told that nobody knows yet; the run goes on and notes what becomes of it.
/// </summary>
internal sealed class ReceiptedRun<TInput, TResult>(
    string mutation, Func<TInput, OutcomeClue?>? clueOf, bool isRecognised, Func<TInput, GraphContext, ValueTask<MutationResult<TResult>>> send)
    where TInput : class, IMutationInput
    where TResult : class
{
    /// <summary>The mutation.</summary>
    public ValueTask<MutationResult<TResult>> RunAsync(TInput input, GraphContext request) => input switch
    {
        IIdempotentInput { IdempotencyKey: { } key } asked => InTimeAsync(RunUnderKeyAsync(asked, input, request, key), request, key),
        IIdempotentInput asked => InTimeAsync(RunWithoutKeyAsync(asked, input, request), request, key: null),
        _ => send(input, request),
    };

    // Step 5
    private static async ValueTask<MutationResult<TResult>> InTimeAsync(ValueTask<MutationResult<TResult>> run, GraphContext request, string? key)
    {
        if (run.IsCompleted)
        {
            return await run;
        }

        var task = run.AsTask();
        var limit = TimeSpan.FromSeconds(request.Services.GetRequiredService<IOptions<DocumentLimits>>().Value.OperationTimeoutSeconds) * 0.9;
        await ((Task)task.WaitAsync(limit, request.Services.GetRequiredService<TimeProvider>())).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted ? await task : MutationResult<TResult>.Failed(new UnknownOutcomeError(key));
    }

    private async ValueTask<MutationResult<TResult>> RunUnderKeyAsync(IIdempotentInput asked, TInput input, GraphContext request, string key)
    {
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.IsUnknown)
        {
            return MutationResult<TResult>.Failed(resolution.Problem!.ToMutationError());
        }

        var desk = ReceiptDesk.Open(request, key, AttemptOf(asked, input, resolution.Caller, TimeSpan.Zero));
        var verdict = await desk.AskToSendAsync(); // Step 1
        return verdict.Kind switch
        {
            ReceiptVerdictKind.Send => await SendAsync(input, request, desk, key),
            ReceiptVerdictKind.Known => ToResult(verdict.Outcome!, key),
            ReceiptVerdictKind.Pending => ToResult(ReceiptOutcome.Unknown, key),
            ReceiptVerdictKind.Mismatch => MutationResult<TResult>.Failed(new IdempotencyMismatchError()),
            _ => MutationResult<TResult>.Failed(NothingSent(ErrorCodes.ClusterUnavailable)),
        };
    }

    private async ValueTask<MutationResult<TResult>> SendAsync(TInput input, GraphContext request, ReceiptDesk desk, string key)
    {
        MutationResult<TResult> result;
        try
        {
            result = await send(input, request); // Step 2
        }
        catch (Exception exception)
        {
            // A failure with a code is one of asking something before; after anything else it may have been sent.
            await desk.CompleteAsync(exception is FailureError
                ? new ReceiptOutcome(null, [NothingSent(ErrorCodes.UpstreamUnavailable)])
                : ReceiptOutcome.Unknown);
            throw;
        }

        return await NoteAsync(result, desk, key); // Step 3
    }

    private async ValueTask<MutationResult<TResult>> RunWithoutKeyAsync(IIdempotentInput asked, TInput input, GraphContext request)
    {
        var time = request.Services.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        var result = await send(input, request);
        if (!IsUnknown(result))
        {
            return result;
        }

        var key = Guid.NewGuid().ToString(); // Step 4
        var caller = (await request.Identity.ResolveAsync()).Caller;
        var desk = ReceiptDesk.Open(request, key, AttemptOf(asked, input, caller, time.GetElapsedTime(started)));
        return (await desk.BeginAsync()).Kind is ReceiptVerdictKind.Send ? await NoteAsync(result, desk, key) : result;
    }

    private static async ValueTask<MutationResult<TResult>> NoteAsync(MutationResult<TResult> result, ReceiptDesk desk, string key)
    {
        var noted = await desk.CompleteAsync(new ReceiptOutcome(result.Value, result.Errors) { Changed = result.Changed });
        return WithKey(result with { Value = (TResult?)noted.Value, Errors = noted.Errors }, key);
    }

    private ReceiptRequest AttemptOf(IIdempotentInput asked, TInput input, Caller caller, TimeSpan age) =>
        new(caller, Guid.NewGuid(), mutation, InputFingerprint.Of(mutation, asked), clueOf?.Invoke(input), isRecognised, age);

    private static RefusedError NothingSent(string code) => new(code, Retryable: true, RetryAfter: null);

    private static bool IsUnknown(MutationResult<TResult> result) => !result.IsDone && result.Errors.Any(error => error is UnknownOutcomeError);

    private static MutationResult<TResult> ToResult(ReceiptOutcome outcome, string key) =>
        WithKey(new MutationResult<TResult>((TResult?)outcome.Value, outcome.Errors) { Changed = outcome.Changed }, key);

    private static MutationResult<TResult> WithKey(MutationResult<TResult> result, string key) => IsUnknown(result)
        ? result with { Errors = [.. result.Errors.Select(error => error is UnknownOutcomeError ? new UnknownOutcomeError(key) : error)] }
        : result;
}
