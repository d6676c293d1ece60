using GraphQL;
using GraphQL.Resolvers;

namespace Bff.Gateway.Graph.Running;

/// <summary>What a subscription listens to. The engine wants it as an observable; we never ask the engine to listen.</summary>
internal sealed class EventSource(Func<IResolveFieldContext, IAsyncEnumerable<object>> open) : ISourceStreamResolver
{
    /// <summary>Begins to listen.</summary>
    public IAsyncEnumerable<object> Open(IResolveFieldContext context) => open(context);

    public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
        throw new NotSupportedException("Subscriptions are run by the gateway's own engine.");
}
