using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Planning;

/// <summary>
/// Where objects of several types can stand, a response name must mean one shape, so that clients can have one type for it
/// (October 2021, section 5.3.2, SameResponseShape). Having a shape in common is an equivalence, so each field is compared
/// with the first of its name only.
/// </summary>
internal static class SameShape
{
    public static void Require(GraphQLDocument document, IEnumerable<PlannedSelection> selections, PlanBudget budget, int depth)
    {
        var first = new Dictionary<string, PlannedField>();
        var composites = new Dictionary<string, List<PlannedSelection>>();
        foreach (var field in selections.SelectMany(selection => selection.Fields))
        {
            budget.Draw(depth);
            if (!first.TryAdd(field.ResponseName, field) && !Same(first[field.ResponseName].Definition.ResolvedType!, field.Definition.ResolvedType!))
            {
                throw new ValidationError(
                    document.Source,
                    "5.3.2",
                    $"Fields '{field.ResponseName}' conflict: they have different types. Use different aliases.",
                    first[field.ResponseName].Ast,
                    field.Ast);
            }

            if (field.Selections.Count > 0)
            {
                (composites.TryGetValue(field.ResponseName, out var below) ? below : composites[field.ResponseName] = []).AddRange(field.Selections.Values);
            }
        }

        foreach (var below in composites.Values.Where(below => below.Count > 1))
        {
            Require(document, below, budget, depth + 1);
        }
    }

    private static bool Same(IGraphType one, IGraphType other) => (one, other) switch
    {
        (NonNullGraphType a, NonNullGraphType b) => Same(a.ResolvedType!, b.ResolvedType!),
        (ListGraphType a, ListGraphType b) => Same(a.ResolvedType!, b.ResolvedType!),
        (NonNullGraphType or ListGraphType, _) or (_, NonNullGraphType or ListGraphType) => false,
        _ => IsLeaf(one) || IsLeaf(other) ? one.Name == other.Name : true,
    };

    private static bool IsLeaf(IGraphType type) => type is ScalarGraphType;
}
