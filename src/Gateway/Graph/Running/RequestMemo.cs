using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;

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

    private static string Describe(IDictionary<string, ArgumentValue>? arguments) => arguments is not { Count: > 0 }
        ? ""
        : ArgumentText.Of(arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value.Value)));

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
