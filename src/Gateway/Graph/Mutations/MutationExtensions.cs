using GraphQL.Types;

namespace Bff.Gateway.Graph.Mutations;

internal static class MutationExtensions
{
    /// <summary>Begins a mutation on the root type; its <c>Resolve</c> ends it.</summary>
    public static MutationBuilder<TInput, TResult> AddMutation<TInput, TResult>(this ObjectGraphType root, string name, string description)
        where TInput : class, IMutationInput
        where TResult : class =>
        new(root, name, description);
}
