using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Types;
using GraphQL.Execution;

namespace Bff.Gateway.Graph.Running;

/// <summary>The same field of the same object with the same arguments, asked twice in one request, is one call.</summary>
internal sealed class RequestMemo
{
    private readonly Lock gate = new();
    private Dictionary<(FieldType Field, object? Source, string Arguments), object>? calls;

    public Task<T> Once<T>(IResolveFieldContext context, Func<ValueTask<T>> call)
    {
        var key = (context.FieldDefinition, context.Source, Describe(context.Arguments));
        lock (gate)
        {
            calls ??= new(ByReference.Instance);
            if (calls.TryGetValue(key, out var known))
            {
                return (Task<T>)known;
            }

            var made = call().AsTask();
            calls[key] = made;
            return made;
        }
    }

    private static string Describe(IDictionary<string, ArgumentValue>? arguments)
    {
        if (arguments is not { Count: > 0 })
        {
            return "";
        }

        // Lengths stand before texts, so no value can be written to look like two.
        var text = new StringBuilder();
        foreach (var (name, argument) in arguments)
        {
            var value = argument.Value is null or string ? (string?)argument.Value : System.Text.Json.JsonSerializer.Serialize(argument.Value);
            text.Append(CultureInfo.InvariantCulture, $"{name}={value?.Length ?? -1}:{value};");
        }

        return text.ToString();
    }

    private sealed class ByReference : IEqualityComparer<(FieldType Field, object? Source, string Arguments)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((FieldType Field, object? Source, string Arguments) x, (FieldType Field, object? Source, string Arguments) y) =>
            ReferenceEquals(x.Field, y.Field) && ReferenceEquals(x.Source, y.Source) && x.Arguments == y.Arguments;

        public int GetHashCode((FieldType Field, object? Source, string Arguments) key) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Field),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Source!),
            key.Arguments);
    }
}
