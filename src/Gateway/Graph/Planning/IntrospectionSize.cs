using GraphQL.Execution;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Planning;

/// <summary>
/// Counts the values that an introspection really gives, by walking the schema as it would: types know their fields and fields their types,
/// so that a few levels multiply to millions. What is asked of the same place twice is counted from memory; each look is one value at least,
/// so the walk ends when the limit is reached.
/// </summary>
internal sealed class IntrospectionSize(ISchema schema, long limit)
{
    private readonly Dictionary<(PlannedSelection Selection, object Place), long> known = new(ByReference.Instance);
    private long looks;

    /// <summary>Values of <c>__schema</c> or <c>__type</c>; at least the limit when it is reached.</summary>
    public long Of(PlannedField field, IDictionary<string, ArgumentValue>? arguments)
    {
        var place = field.Definition == schema.SchemaMetaFieldType ? schema
            : arguments is not null && arguments.TryGetValue("name", out var name) && name.Value is string text ? schema.AllTypes[text]
            : (object?)null;
        return place is null || field.Selection is null ? 1 : Of(field.Selection, place);
    }

    private long Of(PlannedSelection selection, object place)
    {
        if (++looks >= limit)
        {
            return limit;
        }

        if (known.TryGetValue((selection, place), out var before))
        {
            return before;
        }

        long sum = 1;
        foreach (var field in selection.Fields)
        {
            sum++;
            if (field.Selection is { } below)
            {
                foreach (var next in Below(place, field.Definition.Name))
                {
                    sum = Math.Min(sum + Of(below, next), limit);
                }
            }
        }

        return known[(selection, place)] = Math.Min(sum, limit);
    }

    // GraphQL October 2021, section 4.2.
    private IEnumerable<object> Below(object place, string field) => (place, field) switch
    {
        (ISchema, "types") => schema.AllTypes,
        (ISchema, "queryType") => [schema.Query],
        (ISchema, "mutationType") => One(schema.Mutation),
        (ISchema, "subscriptionType") => One(schema.Subscription),
        (ISchema, "directives") => schema.Directives,
        (IInputObjectGraphType type, "inputFields") => type.Fields,
        (IInputObjectGraphType, "fields") => [],
        (IComplexGraphType type, "fields") => type.Fields,
        (IImplementInterfaces type, "interfaces") => type.ResolvedInterfaces,
        (IAbstractGraphType type, "possibleTypes") => type.PossibleTypes,
        (EnumerationGraphType type, "enumValues") => type.Values,
        (IProvideResolvedType type, "ofType") when place is IGraphType => One(type.ResolvedType),
        (FieldType type, "args") => type.Arguments ?? Enumerable.Empty<object>(),
        (Directive directive, "args") => directive.Arguments ?? Enumerable.Empty<object>(),
        (IProvideResolvedType type, "type") => One(type.ResolvedType),
        _ => [],
    };

    private static IEnumerable<object> One(object? place) => place is null ? [] : [place];

    private sealed class ByReference : IEqualityComparer<(PlannedSelection Selection, object Place)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((PlannedSelection Selection, object Place) x, (PlannedSelection Selection, object Place) y) =>
            ReferenceEquals(x.Selection, y.Selection) && ReferenceEquals(x.Place, y.Place);

        public int GetHashCode((PlannedSelection Selection, object Place) key) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Selection), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Place));
    }
}
