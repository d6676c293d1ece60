using Bff.Gateway.Graph.Errors;
using GraphQL.MicrosoftDI;
using GraphQL.Types;

namespace Bff.Gateway.Graph;

/// <summary>
/// The one schema. Types are created by the engine from their classes and registered nowhere: a new type needs no wiring.
/// A root type without fields is left out, because GraphQL knows no empty types.
/// </summary>
internal sealed class BffSchema : Schema
{
    public BffSchema(IServiceProvider services, SchemaComposition compose)
        : base(new SelfActivatingServiceProvider(services), runConfigurations: false)
    {
        var roots = new SchemaRoots();
        compose(roots);
        Query = roots.Query;
        Mutation = OrNull(roots.Mutation);
        Subscription = OrNull(roots.Subscription);
        RegisterType(typeof(ErrorInterface));
    }

    private static ObjectGraphType? OrNull(ObjectGraphType root) => root.Fields.Count > 0 ? root : null;
}
