using System.Collections.Immutable;
using Bff.Contracts.Cluster;
using Orleans.Concurrency;

namespace Bff.Contracts.Auth;

/// <summary>
/// One activation is the list of one customer's sessions. Signing in and out go through it one after the other, so that no session
/// can be opened past an "end them all". Key: <see cref="CustomerKey"/>.
/// </summary>
[GrainInterfaceType("customer-sessions")]
public interface ICustomerSessionsGrain : IGrainWithStringKey
{
    /// <summary>The customer's sessions that are still good, newest first.</summary>
    [AlwaysInterleave, Repeatable, Alias("list")]
    Task<ImmutableArray<SessionDetails>> GetAsync();

    /// <summary>Ends sessions, here first and then at v6. Ending what has ended is no error.</summary>
    /// <returns>How many were ended.</returns>
    [Alias("end")]
    Task<int> EndAsync(EndSessions request);
}

/// <summary>Which of a customer's sessions to end.</summary>
/// <param name="Scope">Which.</param>
/// <param name="Own">The session of the one who asks; null for an operator.</param>
/// <param name="ByOperator">It is the operator who asks, not the customer; for the audit log.</param>
[GenerateSerializer, Immutable, Alias("bff.end-sessions")]
public sealed record EndSessions([property: Id(0)] SessionScope Scope, [property: Id(1)] SessionKey? Own, [property: Id(2)] bool ByOperator);

/// <summary>Some of a customer's sessions, seen from one of them.</summary>
public enum SessionScope
{
    /// <summary>The one that asks.</summary>
    This,

    /// <summary>All but the one that asks.</summary>
    Others,

    /// <summary>All.</summary>
    All,
}
