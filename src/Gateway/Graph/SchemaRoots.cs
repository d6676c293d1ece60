using GraphQL.Types;

namespace Bff.Gateway.Graph;

/// <summary>The three root types while features hang their fields on them: <c>roots.Query.AddBookingQueries()</c>.</summary>
internal sealed class SchemaRoots
{
    public ObjectGraphType Query { get; } = Root("Query", "What can be read.");

    public ObjectGraphType Mutation { get; } = Root("Mutation", "What can be changed.");

    public ObjectGraphType Subscription { get; } = Root("Subscription", "What can be watched.");

    private static ObjectGraphType Root(string name, string description) => new() { Name = name, Description = description };
}

/// <summary>Hangs fields on the root types. The gateway has one; a test brings its own.</summary>
internal delegate void SchemaComposition(SchemaRoots roots);
