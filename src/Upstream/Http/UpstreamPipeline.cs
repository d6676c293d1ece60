using Polly;
using Polly.RateLimiting;

namespace Bff.Upstream.Http;

/// <summary>
/// What surrounds every call, from the outside in:
/// reads  – time budget → turn of the tenant → retries → exchange;
/// writes – time budget → turn of the tenant → exchange.
/// Queueing, waiting between tries and reading the body all count against the one time budget, and a call keeps its turn
/// while it waits for a retry, so a struggling v6 gets fewer calls, not more. A circuit breaker would stand right inside the turn.
/// </summary>
internal sealed class UpstreamPipeline(UpstreamOptions options, TenantBulkhead bulkhead, ReadRetries retries, TimeProvider time)
{
    /// <summary>For operations that may be repeated.</summary>
    public void BuildForReads(ResiliencePipelineBuilder<HttpResponseMessage> builder)
    {
        AddTurn(AddBudget(builder, options.ReadBudget));
        if (options.ReadRetries > 0)
        {
            builder.AddRetry(retries.ToStrategy());
        }
    }

    /// <summary>For mutations: nothing here sends twice.</summary>
    public void BuildForWrites(ResiliencePipelineBuilder<HttpResponseMessage> builder) => AddTurn(AddBudget(builder, options.WriteBudget));

    private ResiliencePipelineBuilder<HttpResponseMessage> AddBudget(
        ResiliencePipelineBuilder<HttpResponseMessage> builder, TimeSpan budget)
    {
        builder.TimeProvider = time;

        // UpstreamMetrics counts the same events by operation. The library would also log each refusal as an error with its stack,
        // so that the busiest tenant of the day would fill the log.
        builder.TelemetryListener = null;
        return builder.AddTimeout(budget);
    }

    private void AddTurn(ResiliencePipelineBuilder<HttpResponseMessage> builder) =>
        builder.AddRateLimiter(new RateLimiterStrategyOptions
        {
            RateLimiter = args => bulkhead.EnterAsync(CallContext.Of(args.Context).Tenant, args.Context.CancellationToken),
        });
}
