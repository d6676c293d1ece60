using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bff.Contracts.Changes;

namespace Bff.Contracts.Answers;

/// <summary>What a mutation gives: its result, or the reasons why there is none. Exactly one of the two is there.</summary>
/// <param name="Value">The result; null when it failed.</param>
/// <param name="Errors">Why it failed; empty when it succeeded.</param>
[GenerateSerializer, Immutable, Alias("bff.mutation-result`1")]
public sealed record MutationResult<T>([property: Id(0)] T? Value, [property: Id(1)] ImmutableArray<MutationError> Errors)
    where T : class
{
    /// <summary>
    /// What it made stale, dropped by the owners already, so that the gateway that sent it answers nothing older from here on. Empty when
    /// nothing was sent.
    /// </summary>
    [Id(2)]
    public ImmutableArray<ChangeMark> Changed { get; init; } = [];

    /// <summary>It happened.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Value is not null;

    /// <summary>It may have happened: nobody knows.</summary>
    public bool IsUnknown => Errors.Any(error => error is UnknownOutcomeError);

    /// <summary>It happened, and this is the result.</summary>
    public static MutationResult<T> Done(T value) => new(value, []);

    /// <summary>It did not happen, or nobody knows (<see cref="UnknownOutcomeError"/>).</summary>
    public static MutationResult<T> Failed(params ImmutableArray<MutationError> errors) => new(null, errors);
}
