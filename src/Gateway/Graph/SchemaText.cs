using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Bff.Gateway.Graph;

/// <summary>The schema as text: the contract that is checked in, compared by a test and served at <c>/schema.graphql</c>.</summary>
internal static class SchemaText
{
    /// <summary>Prints the schema sorted by name, so that the order of registration never shows as a difference.</summary>
    public static string Print(ISchema schema)
    {
        schema.Initialize();
        var text = schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal });
        return text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }
}
