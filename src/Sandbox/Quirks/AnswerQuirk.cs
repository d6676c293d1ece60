using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Quirks;

/// <summary>What a reshaping may look at beside the data.</summary>
/// <param name="Operation">Operation that answers.</param>
/// <param name="Tenant">Tenant it answers for; null where none was found.</param>
/// <param name="Query">Query of the request.</param>
/// <param name="Form">The row's form that was asked for; null for its first.</param>
internal sealed record AnswerContext(Operation Operation, Tenant? Tenant, IQueryCollection Query, string? Form);

/// <summary>Turns the data of a successful answer into the other form that has been seen of it.</summary>
/// <param name="Row">Row of the notes' table.</param>
/// <param name="Operations">Operations whose answers have that form.</param>
/// <param name="Reshape">Returns the new data; it may change the old one in place.</param>
internal sealed record AnswerQuirk(int Row, IReadOnlyList<string> Operations, Func<JsonNode, AnswerContext, JsonNode> Reshape)
{
    /// <summary>A quirk that changes each object of a list, or the one object there is.</summary>
    public static AnswerQuirk OfEach(int row, IReadOnlyList<string> operations, Action<JsonObject> change) =>
        OfEach(row, operations, (item, _) => change(item));

    public static AnswerQuirk OfEach(int row, IReadOnlyList<string> operations, Action<JsonObject, AnswerContext> change) =>
        new(row, operations, (data, context) =>
        {
            // An order has items too, so the operation says what is a list.
            var isList = context.Operation.Id.StartsWith("list", StringComparison.Ordinal);
            foreach (var item in isList ? JsonShape.Items(data) : [data.AsObject()])
            {
                change(item, context);
            }

            return data;
        });
}
