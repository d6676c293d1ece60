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
    private const int MaxVariants = 32;

    private readonly ISchema schema;
    private readonly DocumentLimits limits;
    private readonly bool hasDirectives;
    private readonly Dictionary<string, OperationPlan> plans = [];
    private readonly ConcurrentDictionary<(OperationPlan Plan, string Conditions), OperationPlan> variants = new();

    /// <summary>Plans every operation, which is the last of the validation.</summary>
    /// <exception cref="ValidationError">Fields overlap.</exception>
    /// <exception cref="LimitError">It is too large when fragments are expanded.</exception>
    public ValidDocument(ISchema schema, GraphQLDocument document, DocumentLimits limits, bool hasDirectives)
    {
        (this.schema, this.limits, this.hasDirectives) = (schema, limits, hasDirectives);
        var budget = new PlanBudget(limits.MaxFields, limits.MaxDepth);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            plans.Add(operation.Name?.StringValue ?? "", Plan(document, operation, new DirectiveConditions(null), budget));
        }
    }

    /// <summary>The operation of that name, or the only one, with every condition taken as true.</summary>
    /// <exception cref="InvalidOperationNameError">There is none of that name.</exception>
    /// <exception cref="NoOperationNameError">There are several and none is named.</exception>
    public OperationPlan Find(string? operationName)
    {
        if (string.IsNullOrEmpty(operationName))
        {
            return plans.Count == 1 ? plans.Values.First() : throw new NoOperationNameError();
        }

        return plans.TryGetValue(operationName, out var plan) ? plan : throw new InvalidOperationNameError(operationName);
    }

    /// <summary>The plan as these variables cut it: without the fields that are skipped.</summary>
    public OperationPlan Cut(OperationPlan plan, Variables variables)
    {
        if (!hasDirectives)
        {
            return plan;
        }

        var key = (plan, string.Concat(variables.Select(variable => variable.Value is bool flag ? flag ? '1' : '0' : '-')));
        if (variants.TryGetValue(key, out var cut))
        {
            return cut;
        }

        cut = Plan(plan.Document, plan.Operation, new DirectiveConditions(variables), new PlanBudget(limits.MaxFields, limits.MaxDepth));
        return variants.Count < MaxVariants ? variants.GetOrAdd(key, cut) : cut;
    }

    private OperationPlan Plan(GraphQLDocument document, GraphQLOperationDefinition operation, DirectiveConditions conditions, PlanBudget budget)
    {
        var type = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var planner = new SelectionPlanner(schema, document, conditions, budget);
        var root = planner.PlanRoot(type ?? throw new NoSuchRootError(operation), operation);
        return new OperationPlan(document, operation, root, planner.VariableFields, PlanFacts.Of(schema, root));
    }
}
