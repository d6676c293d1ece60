using System.Diagnostics.CodeAnalysis;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Scalars;

/// <summary>
/// A scalar that is text on the wire and one CLR type inside. It takes strings only: a number where a date belongs is a
/// mistake of the client, and a guess at what it meant would hide it.
/// </summary>
/// <typeparam name="T">What resolvers get and give.</typeparam>
internal abstract class TextScalar<T> : ScalarGraphType
    where T : notnull
{
    protected TextScalar(string name, string form, string specifiedBy)
    {
        Name = name;
        Form = form;
        Description = $"{form} See {specifiedBy}.";
    }

    /// <summary>What valid text looks like, for people.</summary>
    private string Form { get; }

    public sealed override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Read(text.Value.ToString()),
        _ => throw Unusable(),
    };

    // Left to ParseLiteral, whose refusal says what a good value looks like.
    public sealed override bool CanParseLiteral(GraphQLValue value) => true;

    public sealed override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Read(text),
        T already => already,
        _ => throw Unusable(),
    };

    public sealed override object? Serialize(object? value) => value switch
    {
        null => null,
        T known => Write(known),
        _ => throw new InvalidOperationException($"A resolver gave {value.GetType().Name} for {Name}."),
    };

    public sealed override GraphQLValue ToAST(object? value) =>
        value is null ? new GraphQLNullValue() : new GraphQLStringValue((string)Serialize(value)!);

    /// <summary>Reads text from outside, strictly.</summary>
    protected abstract bool TryRead(string text, [NotNullWhen(true)] out T? value);

    /// <summary>Writes the one canonical form.</summary>
    protected abstract string Write(T value);

    private object Read(string text) => TryRead(text, out var value) ? value : throw Unusable();

    private ScalarFormatException Unusable() => new($"Not a {Name}: {Form}");
}
