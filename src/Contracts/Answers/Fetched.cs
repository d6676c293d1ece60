using System.Diagnostics.CodeAnalysis;

namespace Bff.Contracts.Answers;

/// <summary>What one call to the source of a value brought: found, absent or failed. It never crosses a process, so it has no wire form.</summary>
/// <param name="Value">The value; null when absent or failed.</param>
/// <param name="Failure">Why there is none; null when found or absent.</param>
public readonly record struct Fetched<T>(T? Value, Failure? Failure)
    where T : class
{
    /// <summary>There is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsFound => Value is not null;

    /// <summary>The source said that there is no such thing.</summary>
    public bool IsAbsent => Value is null && Failure is null;

    /// <summary>The source could not be asked.</summary>
    [MemberNotNullWhen(true, nameof(Failure))]
    public bool IsFailed => Failure is not null;

    /// <summary>The source has no such thing (v6: 404).</summary>
    public static Fetched<T> Absent => default;

    /// <summary>The source could not be asked.</summary>
    public static Fetched<T> Failed(Failure failure) => new(null, failure);

    /// <summary>The source gave a value.</summary>
    public static Fetched<T> Found(T value) => new(value, null);

    /// <summary>The same about something derived from the value.</summary>
    public Fetched<TOut> Select<TOut>(Func<T, TOut?> map)
        where TOut : class =>
        new(IsFound ? map(Value) : null, Failure);
}
