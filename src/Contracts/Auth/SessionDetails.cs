namespace Bff.Contracts.Auth;

/// <summary>A session as its owner may see it. No part of it opens anything.</summary>
/// <param name="Id">Names the session in a list; not the secret id.</param>
/// <param name="Customer">Who has signed in.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="LastSeenAt">When it was last used, to the minute or so.</param>
/// <param name="ExpiresAt">When it ends if it is not used again.</param>
/// <param name="Device">Coarse kind of browser or app; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("bff.session-details")]
public sealed record SessionDetails(
    [property: Id(0)] string Id,
    [property: Id(1)] CustomerProfile Customer,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] DateTimeOffset LastSeenAt,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] string? Device)
{
    private const int IdLength = 16;

    /// <summary>The <see cref="Id"/> of the session with this key.</summary>
    public static string IdOf(string sessionKey) => sessionKey[..IdLength];

    /// <summary>Names the type only: the members are a person's data and must not reach a log.</summary>
    public override string ToString() => nameof(SessionDetails);
}

/// <summary>What v6 says about a customer when it signs in.</summary>
/// <param name="Key">The customer.</param>
/// <param name="Name">Display name.</param>
/// <param name="Phone">Phone the customer signed in with or gave.</param>
/// <param name="Email">E-mail address the customer signed in with or gave.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-profile")]
public sealed record CustomerProfile(
    [property: Id(0)] CustomerKey Key,
    [property: Id(1)] string? Name,
    [property: Id(2)] string? Phone,
    [property: Id(3)] string? Email)
{
    /// <summary>Names the type only: the members are a person's data and must not reach a log.</summary>
    public override string ToString() => nameof(CustomerProfile);
}
