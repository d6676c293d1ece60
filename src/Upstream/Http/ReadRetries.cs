using System.Net;
using Polly;
using Polly.Retry;

namespace Bff.Upstream.Http;

/// <summary>
/// When a read is tried again: the connection failed or broke, or v6 said 408, 429, 502, 503 or 504. Not on 500: v6's own
/// clients do not, and the same request meets the same defect. A retry must fit into what is left of the call's time, wait included, and
/// into the process's retry budget; otherwise the last answer is the answer, at once and with its <c>Retry-After</c>.
/// </summary>
internal sealed class ReadRetries(UpstreamOptions options, RetryBudget budget, TimeProvider time, UpstreamMetrics metrics)
{
    private static readonly ResiliencePropertyKey<TimeSpan> NextWait = new("Bff.Upstream.NextWait");

    /// <summary>The strategy for Polly; its attempts are the options' retries.</summary>
    public RetryStrategyOptions<HttpResponseMessage> ToStrategy() => new()
    {
        MaxRetryAttempts = options.ReadRetries,
        ShouldHandle = args => ValueTask.FromResult(Decide(args)),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(args.Context.Properties.GetValue(NextWait, TimeSpan.Zero)),
    };

    private bool Decide(RetryPredicateArguments<HttpResponseMessage> args)
    {
        if (args.AttemptNumber >= options.ReadRetries || !IsTransient(args.Outcome))
        {
            return false;
        }

        var call = CallContext.Of(args.Context);
        var wait = RetryAfter.Of(args.Outcome.Result, time) ?? Backoff(args.AttemptNumber);
        if (wait >= time.GetElapsedTime(time.GetTimestamp(), call.Deadline) || !budget.TrySpend())
        {
            return false;
        }

        metrics.Retried(call.Operation);
        args.Context.Properties.Set(NextWait, wait);
        return true;
    }

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: ExchangeException { Fault: ExchangeFault.Connect or ExchangeFault.Broken } } => true,
        {
            Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        } => true,
        _ => false,
    };

    // Full jitter between half and the whole of the step: callers that failed together do not come back together.
    private TimeSpan Backoff(int attempt) => options.RetryBackoff * Math.Pow(2, attempt) * (0.5 + (Random.Shared.NextDouble() / 2));
}
