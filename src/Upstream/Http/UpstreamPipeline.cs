using System.Threading.RateLimiting;
using Bff.Upstream.Governing;
using Bff.Upstream.Operations;
using Polly;
using Polly.RateLimiting;

namespace Bff.Upstream.Http;

/// <summary>
/// What surrounds every call, from the outside in:
/// reads  – time budget → open breaker? → turn of the tenant → retries → breaker → exchange;
/// writes – time budget → open breaker? → turn of the tenant → breaker → exchange.
/// Queueing, waiting between tries and reading the body all count against the one time budget, and a call keeps its turn
/// while it waits for a retry, so a struggling v6 gets fewer calls, not more. What an open breaker refuses waits for nothing.
/// </summary>
internal sealed class UpstreamPipeline(UpstreamOptions options, TenantTraffics traffics, ReadRetries retries, TimeProvider time, GovernorMetrics metrics)
{
    /// <summary>For operations that may be repeated.</summary>
    public void BuildForReads(ResiliencePipelineBuilder<HttpResponseMessage> builder)
    {
        AddTurn(AddBudget(builder, options.ReadBudget));
        if (options.ReadRetries > 0)
        {
            builder.AddRetry(retries.ToStrategy());
        }

        AddBreaker(builder);
    }

    /// <summary>For mutations: nothing here sends twice.</summary>
    public void BuildForWrites(ResiliencePipelineBuilder<HttpResponseMessage> builder)
    {
        AddTurn(AddBudget(builder, options.WriteBudget));
        AddBreaker(builder);
    }

    private ResiliencePipelineBuilder<HttpResponseMessage> AddBudget(
        ResiliencePipelineBuilder<HttpResponseMessage> builder, TimeSpan budget)
    {
        builder.TimeProvider = time;

        // UpstreamMetrics counts the same events by operation. The library would also log each refusal as an error with its stack,
        // so that the busiest tenant of the day would fill the log.
        builder.TelemetryListener = null;
        return builder.AddTimeout(budget);
    }

    private void AddTurn(ResiliencePipelineBuilder<HttpResponseMessage> builder) => builder
        .AddStrategy(_ => new OpenBreakerStrategy(traffics, metrics))
        .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = args => EnterAsync(args.Context) });

    private void AddBreaker(ResiliencePipelineBuilder<HttpResponseMessage> builder) =>
        builder.AddStrategy(_ => new BreakerStrategy(traffics, time));

    // All that a customer asks waits for the renewal of the token: behind those very calls, or refused for their number, it would never come.
    private async ValueTask<RateLimitLease> EnterAsync(ResilienceContext context)
    {
        var call = CallContext.Of(context);
        return await traffics.EnterAsync(call.Tenant, goesFirst: call.Operation == V6Operations.RefreshToken, context.CancellationToken);
    }
}
