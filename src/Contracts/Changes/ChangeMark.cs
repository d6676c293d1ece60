namespace Bff.Contracts.Changes;

/// <summary>
/// A change and its moment: every answer about <paramref name="Scope"/> with a smaller version is outdated. Its owner makes it when it
/// drops or replaces what it holds, that is, after the change has happened.
/// </summary>
/// <param name="Scope">What changed; null for everything of the tenant.</param>
/// <param name="At">The moment by the owner's logical clock, comparable with <c>Answer.Version</c>.</param>
[GenerateSerializer, Immutable, Alias("bff.change-mark")]
public readonly record struct ChangeMark([property: Id(0)] CacheTag? Scope, [property: Id(1)] long At);
