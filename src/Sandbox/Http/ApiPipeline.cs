using Bff.Sandbox.Counting;
using Bff.Sandbox.Faults;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Page;

namespace Bff.Sandbox.Http;

// A request's travel:
// 1. Route. An unknown one is 404 in the error envelope and a contract violation.
// 2. Count the call; find the tenant; count it there too.
// 3. Faults that come before anything is done: delay, hang, reset, status.
// 4. Tenant missing: 400. Then a rendered answer, if one is kept. Then the token: 401 or 403.
// 5. Query and body against the contract's shapes: 400.
// 6. The handler, under the tenant's gate (ApiExecution).
// 7. Envelope, quirks, and on the wire with the faults that strike then (ReplyWriter).

/// <summary>Answers every request on the API port.</summary>
internal sealed class ApiPipeline(SandboxWorld world, RequestRecorder recorder)
{
    private readonly Router _router = new(OperationTable.All);

    public async Task HandleAsync(HttpContext context)
    {
        if (world.Faults.Refuses)
        {
            // An outage also ends connections that were open before it.
            context.Abort();
            return;
        }

        var target = RequestTarget.Of(context);
        var (operation, pathValues) = _router.Match(context.Request.Method, target.Path);
        if (operation is null && target.Path == "/" && HttpMethods.IsGet(context.Request.Method))
        {
            await StatusPage.WriteAsync(context, world);
            return;
        }

        if (operation is null)
        {
            await RefuseUnknownAsync(context, target);
            return;
        }

        using var scope = new CallScope(world.Counters, operation.Id);
        using var record = recorder.Begin(context, operation, target);
        var exchange = new Exchange(world, context, operation, scope)
        {
            Target = target,
            PathValues = pathValues,
        };
        exchange.Tenant = TenantResolution.Find(exchange);
        if (exchange.Tenant is { } tenant)
        {
            scope.EnterTenant(tenant.Id);
            record.Tenant = tenant.Id;
        }

        await AnswerAsync(exchange, world.Faults.Pick(operation.Id, exchange.Tenant?.Id));
    }

    private async Task AnswerAsync(Exchange exchange, FaultPick faults)
    {
        // Step 3
        if (faults.Delay is { } delay)
        {
            await world.Faults.DelayAsync(delay.Rule, exchange.Context.RequestAborted);
        }

        if (faults.Rule(FaultKind.ResetBeforeCommit) is not null)
        {
            exchange.Context.Abort();
            return;
        }

        var scripted = faults.Rule(FaultKind.Status);
        if (scripted is { AfterCommit: false })
        {
            await ReplyWriter.WriteAsync(exchange, ScriptedStatus.Render(exchange, scripted), FaultPick.None);
            return;
        }

        // Steps 4 to 6
        var body = await FindBodyAsync(exchange, faults);

        // Step 7
        if (faults.Rule(FaultKind.ResetAfterCommit) is not null || exchange.Context.RequestAborted.IsCancellationRequested)
        {
            exchange.Context.Abort();
            return;
        }

        var answer = scripted is null ? body : ScriptedStatus.Render(exchange, scripted);
        await ReplyWriter.WriteAsync(exchange, answer, faults);
    }

    private static async Task<Rendered> FindBodyAsync(Exchange exchange, FaultPick faults)
    {
        if (exchange.Tenant is not { } tenant)
        {
            return exchange.Render(TenantResolution.Missing(exchange));
        }

        ViolationNotes.Add(exchange);
        var kept = KeptReplies.For(exchange, tenant);
        if (kept?.Find() is { } bytes)
        {
            return new Rendered(StatusCodes.Status200OK, bytes);
        }

        var reply = await ApiExecution.RunAsync(exchange, tenant, faults);
        var rendered = exchange.Render(reply);
        if (reply.Status == StatusCodes.Status200OK)
        {
            kept?.Keep(rendered.Body);
        }

        return rendered;
    }

    private Task RefuseUnknownAsync(HttpContext context, RequestTarget target)
    {
        world.Violations.Add(Violation.UnknownRoute, $"{context.Request.Method} {target.Path}");
        using var record = recorder.Begin(context, null, target);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = Rendered.Json;
        var body = Envelope.Render(Envelope.Wrap(Reply.NotFound(message: "The contract has no such operation.")));
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
