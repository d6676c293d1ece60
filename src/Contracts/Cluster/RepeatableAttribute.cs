namespace Bff.Contracts.Cluster;

/// <summary>
/// A call that may be sent again when its reply was lost with a silo: it reads, or what it writes is the same however often it is asked.
/// What returns an <see cref="Answers.Answer{T}"/> needs no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
