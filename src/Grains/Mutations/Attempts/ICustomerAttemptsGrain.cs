using System.Collections.Immutable;
using Bff.Contracts.Auth;

namespace Bff.Grains.Mutations.Attempts;

/// <summary>
/// One activation is what one customer has tried in the last day, so that of two tries for the same thing neither is taken for the other.
/// Only silos see it. Key: <see cref="CustomerKey"/>.
/// </summary>
[GrainInterfaceType("customer-attempts")]
internal interface ICustomerAttemptsGrain : IGrainWithStringKey
{
    /// <summary>Writes a try down; v6 is about to be asked.</summary>
    [Alias("begin")]
    Task BeginAsync(CustomerAttempt attempt);

    /// <summary>Says what a try has made, or what else was there before it. May be said of one that was never written down.</summary>
    [Alias("end")]
    Task EndAsync(CustomerAttempt attempt);

    /// <summary>A try has made nothing.</summary>
    [Alias("forget")]
    Task ForgetAsync(Guid attempt);

    /// <summary>Which of the things that a look has shown are of this try; none when that cannot be told. What is given is its own from now on.</summary>
    [Alias("claim")]
    Task<ImmutableArray<string>> ClaimAsync(AttemptClaim claim);

    /// <summary>A try; null when it is not known, or when another one for the same thing came after it.</summary>
    [Alias("latest")]
    Task<CustomerAttempt?> FindLatestAsync(Guid attempt);
}

/// <summary>Asks for what may be of a try.</summary>
/// <param name="Attempt">The try.</param>
/// <param name="Candidates">Ids of what v6 shows that the try can have made.</param>
[GenerateSerializer, Immutable, Alias("bff.attempt-claim")]
internal sealed record AttemptClaim([property: Id(0)] Guid Attempt, [property: Id(1)] ImmutableArray<string> Candidates);
