using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Planning;

/// <summary>
/// Turns an operation into a plan:
/// <list type="number">
/// <item>For each concrete type, collect the fields that apply to it, fragments expanded, grouped by response name (October 2021, section 6.3.2).</item>
/// <item>Fields of one group must be the same call (section 5.3.2): they are, or the document is refused.</item>
/// <item>Their selections are merged and planned for each concrete type that the field can give.</item>
/// <item>Where several concrete types can stand at one place, fields of one response name must have one shape (section 5.3.2).</item>
/// </list>
/// Each step looks at each expanded field once, or twice in step 4, and the budget bounds their number: it is linear where the
/// engine's own rule compares all pairs.
/// </summary>
internal sealed class SelectionPlanner(ISchema schema, GraphQLDocument document, DirectiveConditions conditions, PlanBudget budget)
{
    private readonly List<PlannedField> variableFields = [];
    private readonly Dictionary<(FieldType Definition, GraphQLField Ast), PlannedArguments> arguments = [];

    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .ToDictionary(fragment => fragment.FragmentName.Name.StringValue);

    public PlannedField[] VariableFields => [.. variableFields];

    /// <summary>Length of the arguments as they are written, of all that were read.</summary>
    public int ArgumentCharacters { get; private set; }

    public PlannedSelection PlanRoot(IObjectGraphType type, GraphQLOperationDefinition operation) => PlanType(type, [operation.SelectionSet], 1);

    private PlannedSelection PlanType(IObjectGraphType type, List<GraphQLSelectionSet> selections, int depth)
    {
        var groups = new Dictionary<string, List<GraphQLField>>();
        var visited = new HashSet<string>();
        foreach (var selection in selections)
        {
            Collect(type, selection, groups, visited, depth);
        }

        return new PlannedSelection(type, [.. groups.Select(group => PlanField(type, group.Key, group.Value, depth))]);
    }

    // Step 1
    private void Collect(
        IObjectGraphType type, GraphQLSelectionSet selections, Dictionary<string, List<GraphQLField>> groups, HashSet<string> visited, int depth)
    {
        foreach (var selection in selections.Selections)
        {
            if (!conditions.Includes((IHasDirectivesNode)selection))
            {
                continue;
            }

            budget.Draw(depth);
            switch (selection)
            {
                case GraphQLField field:
                    var name = (field.Alias?.Name ?? field.Name).StringValue;
                    (groups.TryGetValue(name, out var group) ? group : groups[name] = []).Add(field);
                    break;
                case GraphQLInlineFragment fragment when Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, groups, visited, depth);
                    break;
                case GraphQLFragmentSpread spread when visited.Add(spread.FragmentName.Name.StringValue):
                    if (fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var definition) && Applies(definition.TypeCondition, type))
                    {
                        Collect(type, definition.SelectionSet, groups, visited, depth);
                    }

                    break;
            }
        }
    }

    private bool Applies(GraphQLTypeCondition? condition, IObjectGraphType type) =>
        condition is null
        || schema.AllTypes[condition.Type.Name.Value] is var named && (named == type || (named is IAbstractGraphType several && several.IsPossibleType(type)));

    private PlannedField PlanField(IObjectGraphType type, string responseName, List<GraphQLField> group, int depth)
    {
        // Step 2
        var first = group[0];
        foreach (var other in group.Skip(1))
        {
            SameCall.Require(document, responseName, first, other);
        }

        // Step 3
        var definition = FindDefinition(type, first);
        var selections = group.Where(field => field.SelectionSet is not null).Select(field => field.SelectionSet!).ToList();
        var planned = selections.Count == 0
            ? FrozenDictionary<string, PlannedSelection>.Empty
            : PossibleTypes(definition).ToFrozenDictionary(possible => possible.Name, possible => PlanType(possible, selections, depth + 1));

        // Step 4
        if (planned.Count > 1)
        {
            SameShape.Require(document, planned.Values, budget, depth);
        }

        var (constants, slot, isNewSlot) = PlanArguments(definition, first);
        var field = new PlannedField
        {
            ResponseName = responseName,
            EncodedName = JsonEncodedText.Encode(responseName, JavaScriptEncoder.UnsafeRelaxedJsonEscaping),
            Ast = first,
            Definition = definition,
            ParentType = type,
            Resolver = definition.Resolver ?? NameFieldResolver.Instance,
            Facts = FieldFacts.Read(definition),
            Constants = constants,
            VariableSlot = slot,
            Selections = planned,
            Selection = planned.Count == 1 ? planned.Values[0] : null,
        };
        if (isNewSlot)
        {
            variableFields.Add(field);
        }

        return field;
    }

    // What a fragment says once is read once, however often it is spread: its arguments may be long.
    private (IDictionary<string, ArgumentValue>? Constants, int Slot, bool IsNewSlot) PlanArguments(FieldType definition, GraphQLField ast)
    {
        if (ast.Arguments is not { Count: > 0 } && definition.Arguments is not { Count: > 0 })
        {
            return (null, -1, false);
        }

        if (arguments.TryGetValue((definition, ast), out var known))
        {
            return (known.Constants, known.Slot, false);
        }

        var dependsOnVariables = DependsOnVariables(ast);
        ArgumentCharacters += ast.Arguments is { } written ? written.Location.End - written.Location.Start : 0;
        var planned = dependsOnVariables
            ? new PlannedArguments(null, variableFields.Count)
            : new PlannedArguments(ExecutionHelper.GetArguments(definition.Arguments, ast.Arguments, Variables.None, document, ast, null), -1);
        arguments.Add((definition, ast), planned);
        return (planned.Constants, planned.Slot, dependsOnVariables);
    }

    private FieldType FindDefinition(IObjectGraphType type, GraphQLField field)
    {
        var name = field.Name.Value;
        if (name == schema.TypeNameMetaFieldType.Name)
        {
            return schema.TypeNameMetaFieldType;
        }

        if (type == schema.Query && (name == schema.SchemaMetaFieldType.Name || name == schema.TypeMetaFieldType.Name))
        {
            return name == schema.SchemaMetaFieldType.Name ? schema.SchemaMetaFieldType : schema.TypeMetaFieldType;
        }

        return type.GetField(name) ?? throw new InvalidOperationException("A document was planned that is not valid.");
    }

    private static IEnumerable<IObjectGraphType> PossibleTypes(FieldType definition) => Unwrap(definition.ResolvedType!) switch
    {
        IObjectGraphType one => [one],
        IAbstractGraphType several => several.PossibleTypes,
        _ => [],
    };

    private static IGraphType Unwrap(IGraphType type)
    {
        while (type is IProvideResolvedType { ResolvedType: { } inner })
        {
            type = inner;
        }

        return type;
    }

    private static bool DependsOnVariables(GraphQLField field) => field.Arguments is { } arguments && arguments.Any(argument => HasVariable(argument.Value));

    private static bool HasVariable(GraphQLValue value) => value switch
    {
        GraphQLVariable => true,
        GraphQLListValue list => list.Values is { } items && items.Exists(HasVariable),
        GraphQLObjectValue obj => obj.Fields is { } fields && fields.Exists(field => HasVariable(field.Value)),
        _ => false,
    };

    /// <summary>Arguments of a field: the same in every request, or the slot of those that are not.</summary>
    private readonly record struct PlannedArguments(IDictionary<string, ArgumentValue>? Constants, int Slot);
}
