using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Quirks;

namespace Bff.Sandbox.Http;

/// <summary>Notes what a request has that the contract does not: it is answered all the same, and a test can ask for it.</summary>
internal static class ViolationNotes
{
    public static void Add(Exchange exchange)
    {
        var (operation, request) = (exchange.Operation, exchange.Context.Request);
        if (operation.Access == Access.Public && !operation.KnowsCustomer && request.Headers.Authorization.Count > 0)
        {
            exchange.World.Violations.Add(Violation.TokenOnPublicOperation, operation.Id);
        }

        if (request.QueryString.HasValue)
        {
            var seen = RequestQuirks.For(exchange.Quirks, operation.Id).SelectMany(q => q.Query);
            foreach (var name in operation.Query.Undeclared(request.Query).Except(seen))
            {
                exchange.World.Violations.Add(Violation.UndeclaredParameter, $"{operation.Id} {name}");
            }
        }
    }

    public static void Add(Exchange exchange, JsonObject body)
    {
        var operation = exchange.Operation;
        var declared = operation.Body!.Fields.Select(f => f.Name)
            .Concat(RequestQuirks.For(exchange.Quirks, operation.Id).SelectMany(q => q.Fields));
        foreach (var name in body.Select(field => field.Key).Except(declared))
        {
            exchange.World.Violations.Add(Violation.UndeclaredField, $"{operation.Id} {name}");
        }
    }
}
