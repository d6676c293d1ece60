using Bff.Sandbox.Auth;
using Bff.Sandbox.Faults;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>Checks token, query and body in this order, then runs the handler.</summary>
internal static class ApiExecution
{
    public static async Task<Reply> RunAsync(Exchange exchange, Tenant tenant, FaultPick faults)
    {
        var operation = exchange.Operation;
        var request = exchange.Context.Request;
        var caller = Authenticator.Identify(operation, tenant, request.Headers);
        if (caller.Refusal is { } refusal)
        {
            return refusal;
        }

        if (operation.Query.Check(exchange.Query) is { Count: > 0 } errors)
        {
            return Reply.Invalid(errors);
        }

        var body = await BodyReader.ReadAsync(exchange, tenant, caller.Member);
        if (body.Refusal is { } malformed)
        {
            return malformed;
        }

        var call = new Call(operation, tenant, exchange.Scope)
        {
            PathValues = PathValuesOf(exchange, tenant),
            QueryValues = exchange.Query,
            Headers = request.Headers,
            Customer = caller.Member,
            Token = caller.Token,
            Body = body.Value,
        };
        if (faults.Rule(FaultKind.LateCommit) is { } late)
        {
            // Whoever has asked may have gone by then: a service at work does not notice.
            await Task.Delay(TimeSpan.FromMilliseconds(late.DelayMs), TimeProvider.System, CancellationToken.None);
        }

        return faults.Race is { } race ? await RaceAsync(call, race, exchange.Context.RequestAborted) : Run(call);
    }

    /// <summary>V25 hands out numbers for the ids of registrations; they lead back to the registration.</summary>
    private static IReadOnlyList<string> PathValuesOf(Exchange exchange, Tenant tenant) => exchange.Quirks[25]
        ? [.. exchange.PathValues.Select(tenant.Part(NumericIds.Create).TextOf)]
        : exchange.PathValues;

    private static Reply Run(Call call)
    {
        lock (call.Tenant.Gate)
        {
            return call.Operation.Handler(call);
        }
    }

    // The gate is left between the two halves on purpose: that is the bug of a service that checks first and inserts later.
    private static async Task<Reply> RaceAsync(Call call, ActiveFault race, CancellationToken cancellationToken)
    {
        call.Phase = Phase.CheckOnly;
        var checkedFirst = Run(call);
        if (checkedFirst != Reply.Passed)
        {
            return checkedFirst;
        }

        await race.MeetAsync(cancellationToken);
        call.Phase = race.Rule.Kind == FaultKind.RaceConflict ? Phase.LateCheck : Phase.CommitOnly;
        return Run(call);
    }
}
