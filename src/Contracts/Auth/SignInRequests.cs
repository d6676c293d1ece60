namespace Bff.Contracts.Auth;

/// <summary>Whom a code goes to: a phone or an e-mail address, exactly one of the two, as the tenant's login channel asks.</summary>
/// <param name="Phone">E.164.</param>
/// <param name="Email">E-mail address.</param>
[GenerateSerializer, Immutable, Alias("bff.identity")]
public sealed record Identity([property: Id(0)] string? Phone, [property: Id(1)] string? Email)
{
    /// <summary>Names the type only: the members are a person's data and must not reach a log.</summary>
    public override string ToString() => nameof(Identity);
}

/// <summary>Where a session is to be opened.</summary>
/// <param name="Session">Key of the id that the gateway has made for it.</param>
/// <param name="Replaces">The session that the same browser or app had until now; it ends.</param>
/// <param name="Device">Coarse kind of browser or app; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("bff.session-seat")]
public sealed record SessionSeat([property: Id(0)] SessionKey Session, [property: Id(1)] SessionKey? Replaces, [property: Id(2)] string? Device);

/// <summary>Asks for a code.</summary>
/// <param name="Identity">Whom it goes to.</param>
/// <param name="Address">Network address of the caller, for the limits; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("bff.otp-request")]
public sealed record OtpRequest([property: Id(0)] Identity Identity, [property: Id(1)] string? Address)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(OtpRequest);
}

/// <summary>A code has been asked for.</summary>
/// <param name="Message">A fixed sentence of ours; what v6 says could tell whether the identity is known.</param>
[GenerateSerializer, Immutable, Alias("bff.otp-sent")]
public sealed record OtpSent([property: Id(0)] string Message);

/// <summary>Brings a code back.</summary>
/// <param name="Identity">Whom it went to.</param>
/// <param name="Code">The code.</param>
/// <param name="Address">Network address of the caller, for the limits; null when unknown.</param>
/// <param name="Seat">Where the session is to be opened.</param>
[GenerateSerializer, Immutable, Alias("bff.otp-verification")]
public sealed record OtpVerification(
    [property: Id(0)] Identity Identity,
    [property: Id(1)] string Code,
    [property: Id(2)] string? Address,
    [property: Id(3)] SessionSeat Seat)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(OtpVerification);
}

/// <summary>A new member. Source: v6 RegisterRequest.</summary>
/// <param name="Name">First or full name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Phone">Phone, E.164.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Source">Where the sign-up came from.</param>
/// <param name="Address">Network address of the caller, for the limits; null when unknown.</param>
/// <param name="Seat">Where the session is to be opened if there is one at once.</param>
[GenerateSerializer, Immutable, Alias("bff.registration")]
public sealed record Registration(
    [property: Id(0)] string Name,
    [property: Id(1)] string? LastName,
    [property: Id(2)] string? Phone,
    [property: Id(3)] string? Email,
    [property: Id(4)] string? Source,
    [property: Id(5)] string? Address,
    [property: Id(6)] SessionSeat Seat)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(Registration);
}

/// <summary>A customer, and whether it has a session now.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="HasSession">False when the tenant wants new members to sign in by code.</param>
[GenerateSerializer, Immutable, Alias("bff.signed-in")]
public sealed record SignedIn([property: Id(0)] CustomerProfile Customer, [property: Id(1)] bool HasSession)
{
    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(SignedIn);
}
