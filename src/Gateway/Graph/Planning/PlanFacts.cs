using Bff.Contracts.Changes;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Planning;

/// <summary>Reads off a plan what the edge wants to know of it.</summary>
internal static class PlanFacts
{
    public static OperationFacts Of(ISchema schema, PlannedSelection root)
    {
        var introspects = root.Fields.Any(field => IsIntrospection(schema, field.Definition));
        var needsTenant = root.Fields.Any(field => !IsMeta(schema, field.Definition));
        var sharing = root.Type == schema.Query ? Fold(schema, root, above: null) : null;
        return new OperationFacts(needsTenant, introspects, sharing ?? SharingPolicy.Private, AreasOf(schema, root), FieldsBelow(root).Any(field => field.Facts.ByStorefront));
    }

    /// <summary>What one field costs beside its children: see <see cref="OperationCost"/>.</summary>
    public static int Weight(PlannedField field) => field.Facts.Weight ?? (field.Facts.Fetches ? OperationCost.FetchWeight : 0);

    // Only fields that make a call are made of anything; one that does not say of what is made of everything.
    private static IReadOnlyList<CacheArea>? AreasOf(ISchema schema, PlannedSelection root)
    {
        var fetching = FieldsBelow(root).Where(field => field.Facts.Fetches || field.Facts.Areas.Count > 0).ToList();
        return fetching.Exists(field => field.Facts.Areas.Count == 0) || root.Fields.Any(field => !IsMeta(schema, field.Definition) && field.Facts.Areas.Count == 0)
            ? null
            : [.. fetching.SelectMany(field => field.Facts.Areas).Distinct()];
    }

    private static IEnumerable<PlannedField> FieldsBelow(PlannedSelection selection) =>
        selection.Fields.Concat(selection.Fields.SelectMany(field => field.Selections.Values).SelectMany(FieldsBelow));

    /// <summary>It asks for the schema itself.</summary>
    public static bool IsIntrospection(ISchema schema, FieldType definition) => definition == schema.SchemaMetaFieldType || definition == schema.TypeMetaFieldType;

    private static bool IsMeta(ISchema schema, FieldType definition) => IsIntrospection(schema, definition) || definition == schema.TypeNameMetaFieldType;

    // A field without a word of its own is as shared as the field above it. One that makes a call must say it itself.
    private static SharingPolicy? Fold(ISchema schema, PlannedSelection selection, SharingPolicy? above)
    {
        SharingPolicy? all = null;
        foreach (var field in selection.Fields.Where(field => !IsMeta(schema, field.Definition)))
        {
            var own = field.Facts.Sharing ?? (field.Facts.Fetches ? SharingPolicy.Private : above ?? SharingPolicy.Private);
            all = all?.And(own) ?? own;
            foreach (var below in field.Selections.Values)
            {
                all = Fold(schema, below, own) is { } narrower ? all.And(narrower) : all;
            }
        }

        return all;
    }
}
