using Bff.Contracts.Changes;
using GraphQL.Types;

namespace Bff.Gateway.Graph;

/// <summary>What the edge knows about a field: who may share its answer, and what it costs. Kept in the field's own metadata.</summary>
internal sealed class FieldFacts
{
    /// <summary>Length assumed of a list that says nothing.</summary>
    public const int DefaultListSize = 10;

    private const string Key = "bff";

    private static readonly FieldFacts Nothing = new();

    /// <summary>Who may share the answer; null inherits from the field above, and a root field without one is private.</summary>
    public SharingPolicy? Sharing { get; set; }

    /// <summary>What its answer is made of; a change of any of it makes replies with this field outdated. Empty means anything.</summary>
    public IReadOnlyList<CacheArea> Areas { get; set; } = [];

    /// <summary>The field makes a call of its own.</summary>
    public bool Fetches { get; set; }

    /// <summary>Price beside 1 for each value; null means 10 for a field that makes a call of its own, otherwise nothing.</summary>
    public int? Weight { get; set; }

    /// <summary>The answer is another for callers from another storefront of the same tenant.</summary>
    public bool ByStorefront { get; set; }

    /// <summary>Length assumed when no argument tells it; null means <see cref="DefaultListSize"/> for a list.</summary>
    public int? AssumedSize { get; set; }

    /// <summary>Name of the integer argument that tells the length.</summary>
    public string? SizeArgument { get; set; }

    /// <summary>The facts of a field while the schema is built.</summary>
    public static FieldFacts Of(FieldType field)
    {
        if (field.Metadata.TryGetValue(Key, out var known))
        {
            return (FieldFacts)known!;
        }

        var facts = new FieldFacts();
        field.Metadata[Key] = facts;
        return facts;
    }

    /// <summary>The facts of a field, to read.</summary>
    public static FieldFacts Read(FieldType field) => field.GetMetadata<FieldFacts?>(Key) ?? Nothing;
}
