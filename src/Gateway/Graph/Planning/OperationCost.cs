using GraphQL.Execution;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Planning;

/// <summary>
/// What an operation costs at most: 10 for each call to an owner, 100 for each mutation, 1 for each object, times the lengths of the lists
/// around it. A list is as long as its size argument says in this very request, variables included, or as its field assumes. Introspection
/// costs 1 for each 20 values that it really gives.
/// </summary>
internal sealed class OperationCost(ISchema schema, int most, Func<PlannedField, IDictionary<string, ArgumentValue>?> argumentsOf)
{
    public const int FetchWeight = 10;
    public const int MutationWeight = 100;
    private const int ValuesForOne = 20;

    /// <summary>The cost; more than the most when it is more, and then not by how much.</summary>
    public long Of(OperationPlan plan)
    {
        if (!plan.Facts.Introspects)
        {
            return plan.Facts.NeedsTenant ? Of(plan.Root, sizeFromAbove: null) : 0;
        }

        long sum = 0;
        var told = new IntrospectionSize(schema, ((long)most + 1) * ValuesForOne);
        foreach (var field in plan.Root.Fields)
        {
            sum += PlanFacts.IsIntrospection(schema, field.Definition) ? (told.Of(field, argumentsOf(field)) + ValuesForOne - 1) / ValuesForOne : Of(field, sizeFromAbove: null);
        }

        return Math.Min(sum, int.MaxValue);
    }

    private long Of(PlannedSelection selection, int? sizeFromAbove)
    {
        long sum = 0;
        foreach (var field in selection.Fields)
        {
            sum = Math.Min(sum + Of(field, sizeFromAbove), int.MaxValue);
        }

        return sum;
    }

    private long Of(PlannedField field, int? sizeFromAbove)
    {
        long weight = PlanFacts.Weight(field);
        if (field.Selections.Count == 0)
        {
            return weight;
        }

        var own = OwnSize(field);
        var isList = IsList(field.Definition.ResolvedType!);
        var length = isList ? own ?? sizeFromAbove ?? FieldFacts.DefaultListSize : 1;

        // A connection is no list itself: its size is that of the lists right under it.
        var each = 1 + field.Selections.Values.Max(selection => Of(selection, isList ? null : own));
        return Math.Min(weight + (length * each), int.MaxValue);
    }

    private int? OwnSize(PlannedField field)
    {
        if (field.Facts.SizeArgument is { } name && argumentsOf(field) is { } arguments && arguments.TryGetValue(name, out var given) && given.Value is int size)
        {
            return Math.Max(size, 1);
        }

        return field.Facts.AssumedSize;
    }

    private static bool IsList(IGraphType type) => type is ListGraphType || (type is NonNullGraphType { ResolvedType: ListGraphType });
}
