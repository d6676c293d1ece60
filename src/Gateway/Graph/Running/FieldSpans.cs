using System.Diagnostics;
using Bff.Gateway.Graph.Planning;

namespace Bff.Gateway.Graph.Running;

/// <summary>
/// A span for each root field, between the request's and those of the grain calls, so that a trace says which field of an operation
/// took its time. None where nobody listens: hosts without a collector pay one check.
/// </summary>
internal static class FieldSpans
{
    private static readonly ActivitySource Source = new("Bff.Graph");

    public static ValueTask<object?> ResolveAsync(PlannedField field, FieldContext context, bool isRoot) =>
        isRoot && Source.HasListeners() ? ResolveTracedAsync(field, context) : field.Resolver.ResolveAsync(context);

    // The name of the field in the schema, never the alias, which is the client's text.
    private static async ValueTask<object?> ResolveTracedAsync(PlannedField field, FieldContext context)
    {
        using var span = Source.StartActivity(field.Definition.Name);
        return await field.Resolver.ResolveAsync(context);
    }
}
