using System.Net;
using Bff.Upstream.Http;
using Polly;

namespace Bff.Upstream.Governing;

/// <summary>Refuses before anything is waited for.</summary>
internal sealed class OpenBreakerStrategy(TenantTraffics traffics, GovernorMetrics metrics) : ResilienceStrategy<HttpResponseMessage>
{
    protected override ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        var call = CallContext.Of(context);
        if (traffics.Of(call.Tenant).Known(call.Operation.Id)?.Refusal() is not { } wait)
        {
            return callback(context, state);
        }

        metrics.Refused(call.Operation.Id);
        return Outcome.FromExceptionAsValueTask<HttpResponseMessage>(new BreakerOpenException(wait));
    }
}

/// <summary>Stands right around each exchange with v6, so that of a read's tries each counts, and only one is ever the probe.</summary>
internal sealed class BreakerStrategy(TenantTraffics traffics, TimeProvider time) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        var call = CallContext.Of(context);
        var traffic = traffics.Of(call.Tenant);
        var breaker = traffic.Known(call.Operation.Id);
        var isProbe = false;
        try
        {
            isProbe = breaker is not null && await breaker.BeginAsync();
        }
        catch (BreakerOpenException open)
        {
            return Outcome.FromException<HttpResponseMessage>(open);
        }

        var outcome = await callback(context, state);
        var worked = Worked(outcome, call);
        breaker ??= worked is false ? traffic.Breaker(call.Operation.Id) : traffic.Known(call.Operation.Id);
        if (breaker is not null)
        {
            await breaker.EndAsync(isProbe, worked);
        }

        return outcome;
    }

    // A caller that gives up says nothing about v6; a time budget that has run out does.
    private bool? Worked(Outcome<HttpResponseMessage> outcome, CallContext call) => outcome switch
    {
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => false,
        { Result: not null } => true,
        { Exception: ExchangeException } => false,
        { Exception: OperationCanceledException } => time.GetTimestamp() >= call.Deadline ? false : null,
        _ => null,
    };
}
