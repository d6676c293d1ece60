using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Keys;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>Reads the keys of a mutation's input and collects what is wrong with them, so that a caller learns of all at once.</summary>
internal sealed class InputCheck
{
    private ImmutableArray<MutationError> errors = [];

    /// <summary>Something cannot be used.</summary>
    public bool HasErrors => !errors.IsEmpty;

    /// <summary>A required id; worthless when <see cref="HasErrors"/>.</summary>
    public EntityId Id(string field, string? text)
    {
        if (!EntityId.TryParse(text, out var id))
        {
            Add(field, "is not written like an id.");
        }

        return id;
    }

    /// <summary>An id that may be left out.</summary>
    public EntityId? OptionalId(string field, string? text) => string.IsNullOrEmpty(text) ? null : Id(field, text);

    /// <summary>A required slug; worthless when <see cref="HasErrors"/>.</summary>
    public Slug Slug(string field, string? text)
    {
        if (!Contracts.Keys.Slug.TryParse(text, out var slug))
        {
            Add(field, "is not written like a slug.");
        }

        return slug;
    }

    /// <summary>Notes that a rule is broken.</summary>
    public void Require(bool holds, string field, string reason)
    {
        if (!holds)
        {
            Add(field, reason);
        }
    }

    /// <summary>The result of a mutation that was not even tried.</summary>
    public MutationResult<T> Failed<T>()
        where T : class => MutationResult<T>.Failed(errors);

    private void Add(string field, string reason) => errors = errors.Add(new ValidationError(field, reason));
}
