namespace Bff.Contracts.Answers;

/// <summary>Why something could not be answered, in our own words: no text of the upstream is ever carried.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Retryable">The same request may succeed later.</param>
/// <param name="RetryAfter">How long to wait before that, when v6 or a limit said so.</param>
[GenerateSerializer, Immutable, Alias("bff.failure")]
public sealed record Failure(
    [property: Id(0)] string Code,
    [property: Id(1)] bool Retryable = false,
    [property: Id(2)] TimeSpan? RetryAfter = null);
