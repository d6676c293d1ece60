using System.Diagnostics.CodeAnalysis;

namespace Bff.Contracts.Answers;

/// <summary>
/// What a read gives: a value, the knowledge that there is none (absent), or a failure. Absent is an answer and may be kept;
/// a failure is none and is never kept.
/// </summary>
/// <param name="Value">The value; null when absent or failed.</param>
/// <param name="Failure">Why there is no answer; null when found or absent.</param>
/// <param name="AsOf">When v6 was asked for this value: what changed before is in it.</param>
/// <param name="FreshUntil">Until when it may be served without asking the owner again.</param>
/// <param name="Version">Counts the changes that its owner has seen; a later version of the same entry is never older data.</param>
/// <param name="IsStale">Served although its time is over, because v6 could not be asked (RFC 5861 stale-if-error).</param>
[GenerateSerializer, Immutable, Alias("bff.answer`1")]
public sealed record Answer<T>(
    [property: Id(0)] T? Value,
    [property: Id(1)] Failure? Failure,
    [property: Id(2)] DateTimeOffset AsOf,
    [property: Id(3)] DateTimeOffset FreshUntil,
    [property: Id(4)] long Version,
    [property: Id(5)] bool IsStale)
    where T : class
{
    /// <summary>There is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsFound => Value is not null;

    /// <summary>v6 said that there is no such thing.</summary>
    public bool IsAbsent => Value is null && Failure is null;

    /// <summary>There is no answer.</summary>
    [MemberNotNullWhen(true, nameof(Failure))]
    public bool IsFailed => Failure is not null;

    /// <summary>An answer made of nothing but the reason why there is none.</summary>
    public static Answer<T> Failed(Failure failure) => new(null, failure, default, default, 0, false);

    /// <summary>The same answer about something derived from the value.</summary>
    public Answer<TOut> Select<TOut>(Func<T, TOut?> map)
        where TOut : class =>
        new(IsFound ? map(Value) : null, Failure, AsOf, FreshUntil, Version, IsStale);
}
