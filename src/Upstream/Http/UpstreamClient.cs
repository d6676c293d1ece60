using System.Diagnostics;
using Bff.Contracts.Answers;
using Bff.Upstream.Governing;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Bff.Upstream.Http;

/// <summary>
/// Makes calls and says what became of them.
/// 1. The call becomes a request. 2. The pipeline of its kind runs it. 3. What came back, or did not, becomes an exchange.
/// 4. The exchange becomes a typed result (<see cref="AnswerReader"/>).
/// </summary>
internal sealed class UpstreamClient(
    IHttpClientFactory clients,
    UpstreamOptions options,
    AnswerReader answers,
    RetryBudget retryBudget,
    UpstreamMetrics metrics,
    UpstreamNotices notices,
    TimeProvider time)
{
    /// <summary>HTTP client of operations that may be repeated.</summary>
    public const string Reads = "v6-reads";

    /// <summary>HTTP client of mutations.</summary>
    public const string Writes = "v6-writes";

    /// <summary>Asks for one thing.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Fetched<T>> ReadAsync<T>(V6Call call, Func<V6Json, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        retryBudget.Earn();
        using var activity = Start(call.Operation);
        var start = metrics.Began(call.Operation);
        var outcome = "cancelled";
        try
        {
            var exchange = await ExchangeAsync(call, cancellationToken);
            if (exchange is Exchange.Faulted)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var result = answers.ToFetched(call.Operation, exchange, read);
            outcome = result.IsFound ? "found" : result.Failure?.Code ?? "absent";
            return result;
        }
        finally
        {
            End(call.Operation, activity, start, outcome);
        }
    }

    /// <summary>Asks for a list, in any of its forms.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="pageSize">Rows asked for; null when the list does not page.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Fetched<V6Page<T>>> ListAsync<T>(
        V6Call call, Func<V6Json, T?> read, int? pageSize, CancellationToken cancellationToken)
        where T : class
    {
        var dropped = 0;
        var result = await ReadAsync(call, payload => V6Lists.Page(payload, Row, pageSize, "items"), cancellationToken);
        if (dropped > 0)
        {
            metrics.Dropped(call.Operation, dropped);
            notices.RowsDropped(call.Operation, dropped);
        }

        if (pageSize is null && result is { IsFound: true, Value.HasNext: true })
        {
            notices.MoreRowsThanReadable(call.Operation);
        }

        return result;

        T? Row(V6Json row)
        {
            var value = read(row);
            dropped += value is null ? 1 : 0;
            return value;
        }
    }

    /// <summary>
    /// Makes a change, once. A caller that gives up gets <see cref="Sent{T}.NotSent"/> or <see cref="Sent{T}.Unknown"/>, never an exception:
    /// it has to know which.
    /// </summary>
    public async Task<Sent<T>> SendAsync<T>(V6Call call, Func<V6Json, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        using var activity = Start(call.Operation);
        var start = metrics.Began(call.Operation);
        var outcome = "failed";
        try
        {
            var body = call.Body ?? RequestBody.Empty();
            var exchange = await ExchangeAsync(call with { Body = body }, cancellationToken);
            var result = answers.ToSent(call.Operation, exchange, read);
            outcome = OutcomeOf(result);
            return result;
        }
        finally
        {
            End(call.Operation, activity, start, outcome);
        }
    }

    // Steps 1 to 3. The operation's effect alone chooses the pipeline, so no mistake of a caller can get a mutation repeated.
    private async Task<Exchange> ExchangeAsync(V6Call call, CancellationToken cancellationToken)
    {
        var (client, budget) = call.Operation.Effect == V6Effect.Read ? (Reads, options.ReadBudget) : (Writes, options.WriteBudget);
        using var request = V6Requests.Create(call, options.BaseAddress!);
        var deadline = time.GetTimestamp() + (long)(budget.TotalSeconds * time.TimestampFrequency);
        new CallContext(call.Operation, call.Tenant, deadline).AttachTo(request);
        try
        {
            var http = clients.CreateClient(client);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new Exchange.Answered((int)answer.StatusCode, ((AnswerBody)answer.Content).Bytes, RetryAfter.Of(answer, time));
        }
        catch (Exception exception) when (FailureOf(exception) is { } failure)
        {
            return new Exchange.Faulted(failure, call.Body?.WasRequested ?? true);
        }
    }

    private Failure? FailureOf(Exception exception) => exception switch
    {
        TimeoutRejectedException or OperationCanceledException => new(ErrorCodes.UpstreamTimeout, Retryable: true),
        RateLimiterRejectedException => new(ErrorCodes.RateLimited, Retryable: true, options.BusyRetryAfter),
        BreakerOpenException open => new(ErrorCodes.UpstreamUnavailable, Retryable: true, open.Wait),
        ExchangeException { Fault: ExchangeFault.Protocol } => new(ErrorCodes.UpstreamProtocol),
        ExchangeException => new(ErrorCodes.UpstreamUnavailable, Retryable: true),
        _ => null,
    };

    private static string OutcomeOf<T>(Sent<T> result)
        where T : class => result switch
        {
            Sent<T>.Done => "done",
            Sent<T>.Refused refused => refused.Refusal.Failure.Code,
            Sent<T>.NotSent => "NOT_SENT",
            _ => ErrorCodes.UnknownOutcome,
        };

    private static Activity? Start(V6Operation operation) =>
        UpstreamMetrics.Activities.StartActivity($"v6 {operation.Id}", ActivityKind.Client);

    private void End(V6Operation operation, Activity? activity, long start, string outcome)
    {
        activity?.SetTag("bff.outcome", outcome);
        metrics.Ended(operation, start, outcome);
    }
}
