using System.Collections.Concurrent;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using Bff.Gateway.Limits;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph;

/// <summary>A document that fits the schema, and the plans of its operations.</summary>
internal sealed class ValidDocument
{
    // Measured: what a token costs as a part of the parsed document, and a field as a part of a plan.
    private const int BytesPerToken = 150;
    private const int BytesPerField = 700;

    private readonly ISchema schema;
    private readonly DocumentLimits limits;
    private readonly Dictionary<string, PlannedOperation> operations = [];

    /// <summary>Plans every operation, which is the last of the validation.</summary>
    /// <exception cref="ValidationError">Fields overlap.</exception>
    /// <exception cref="LimitError">It is too large when fragments are expanded.</exception>
    public ValidDocument(ISchema schema, GraphQLDocument document, DocumentLimits limits, DocumentSize size)
    {
        (this.schema, this.limits) = (schema, limits);
        var budget = new PlanBudget(limits.MaxFields, limits.MaxDepth);
        long plans = 0;
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var before = budget.Fields;
            var (whole, argumentCharacters) = Plan(document, operation, new DirectiveConditions(null), budget);
            var planned = new PlannedOperation(whole, size.Directives > 0 ? ConditionsOf(operation) : null);
            operations.Add(operation.Name?.StringValue ?? "", planned);
            plans += (1L + planned.MaxVariants) * ((BytesPerField * (budget.Fields - before)) + (sizeof(char) * argumentCharacters));
        }

        Bytes = (int)Math.Min(plans + ((long)sizeof(char) * size.Characters) + ((long)BytesPerToken * size.Tokens), int.MaxValue);
    }

    /// <summary>What it takes in memory, text, plans and all the variants of them that it may keep included: an estimate from above.</summary>
    public int Bytes { get; }

    /// <summary>The operation of that name, or the only one, with every condition taken as true.</summary>
    /// <exception cref="InvalidOperationNameError">There is none of that name.</exception>
    /// <exception cref="NoOperationNameError">There are several and none is named.</exception>
    public OperationPlan Find(string? operationName)
    {
        if (string.IsNullOrEmpty(operationName))
        {
            return operations.Count == 1 ? operations.Values.First().Whole : throw new NoOperationNameError();
        }

        return operations.TryGetValue(operationName, out var planned) ? planned.Whole : throw new InvalidOperationNameError(operationName);
    }

    /// <summary>The plan as these variables cut it: without the fields that are skipped.</summary>
    public OperationPlan Cut(OperationPlan plan, Variables variables)
    {
        var planned = operations[plan.Operation.Name?.StringValue ?? ""];
        if (planned.Conditions is not { } conditions)
        {
            return plan;
        }

        var key = string.Concat(conditions.Select(name => variables.ValueFor(name) is true ? '1' : '0'));
        if (planned.Variants.TryGetValue(key, out var known))
        {
            return known;
        }

        var (cut, _) = Plan(plan.Document, plan.Operation, new DirectiveConditions(variables), new PlanBudget(limits.MaxFields, limits.MaxDepth));
        return planned.Variants.Count < planned.MaxVariants ? planned.Variants.GetOrAdd(key, cut) : cut;
    }

    // Only variables of this type can stand in a condition.
    private static string[] ConditionsOf(GraphQLOperationDefinition operation) =>
        [.. (operation.Variables ?? Enumerable.Empty<GraphQLVariableDefinition>()).Where(variable => IsBoolean(variable.Type)).Select(variable => variable.Variable.Name.StringValue)];

    private static bool IsBoolean(GraphQLType type) =>
        (type is GraphQLNonNullType required ? required.Type : type) is GraphQLNamedType named && named.Name.Value == "Boolean";

    private (OperationPlan Plan, int ArgumentCharacters) Plan(GraphQLDocument document, GraphQLOperationDefinition operation, DirectiveConditions conditions, PlanBudget budget)
    {
        var type = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var planner = new SelectionPlanner(schema, document, conditions, budget);
        var root = planner.PlanRoot(type ?? throw new NoSuchRootError(operation), operation);
        return (new OperationPlan(document, operation, root, planner.VariableFields, PlanFacts.Of(schema, root)), planner.ArgumentCharacters);
    }

    /// <summary>One operation, and what its conditions have made of it so far.</summary>
    private sealed class PlannedOperation(OperationPlan whole, string[]? conditions)
    {
        private const int MostVariants = 32;

        public OperationPlan Whole { get; } = whole;

        /// <summary>The variables that may decide what is skipped; null when nothing can be.</summary>
        public string[]? Conditions { get; } = conditions;

        /// <summary>The plan as it was cut, by the values of the conditions.</summary>
        public ConcurrentDictionary<string, OperationPlan> Variants { get; } = new();

        /// <summary>How many of them are kept at most.</summary>
        public int MaxVariants { get; } = conditions is null ? 0 : conditions.Length >= 5 ? MostVariants : 1 << conditions.Length;
    }
}
