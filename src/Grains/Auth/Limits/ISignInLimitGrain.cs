namespace Bff.Grains.Auth.Limits;

/// <summary>
/// One activation counts one kind of attempt of one subject (an identity, an address, a tenant). It survives restarts, so that an
/// attacker cannot begin anew. Key: <see cref="SignInLimits"/> makes it; it holds no identity and no address.
/// </summary>
[GrainInterfaceType("sign-in-limit")]
internal interface ISignInLimitGrain : IGrainWithStringKey
{
    /// <summary>Takes one attempt.</summary>
    /// <returns>Null when it was free; otherwise how long to wait for the next one.</returns>
    [Alias("take")]
    Task<TimeSpan?> TakeAsync(SignInAllowance allowance);

    /// <summary>Forgets all attempts: they turned out to be honest.</summary>
    [Alias("clear")]
    Task ClearAsync();
}

/// <summary>So many attempts in so much time.</summary>
/// <param name="Attempts">How many may be made at once.</param>
/// <param name="Within">The time after which all of them are free again; one becomes free after its share of it.</param>
[GenerateSerializer, Immutable, Alias("bff.sign-in-allowance")]
internal sealed record SignInAllowance([property: Id(0)] int Attempts, [property: Id(1)] TimeSpan Within);
