using System.Diagnostics.CodeAnalysis;
using Bff.Contracts.Answers;

namespace Bff.Contracts.Auth;

/// <summary>What a credential is worth now.</summary>
public enum CredentialState
{
    /// <summary>It opens what <see cref="CredentialVerdict.Customer"/> says.</summary>
    Valid,

    /// <summary>It opens nothing: it never did, it has expired, or it was ended.</summary>
    Dead,

    /// <summary>It opens another tenant, not this one.</summary>
    OtherTenant,

    /// <summary>Nobody can tell now; <see cref="CredentialVerdict.Failure"/> says why. Never kept, never a sign-out.</summary>
    Unknown,
}

/// <summary>The verdict on a credential at one tenant.</summary>
/// <param name="State">What it is worth.</param>
/// <param name="Customer">Whom it signs in; null unless valid.</param>
/// <param name="ExpiresAt">From when it is worth nothing even if nobody ends it; null when that is not known.</param>
/// <param name="Failure">Why nobody can tell; null unless unknown.</param>
[GenerateSerializer, Immutable, Alias("bff.credential-verdict")]
public sealed record CredentialVerdict(
    [property: Id(0)] CredentialState State,
    [property: Id(1)] CustomerKey? Customer,
    [property: Id(2)] DateTimeOffset? ExpiresAt,
    [property: Id(3)] Failure? Failure)
{
    /// <summary>It opens nothing.</summary>
    public static readonly CredentialVerdict Dead = new(CredentialState.Dead, null, null, null);

    /// <summary>It belongs to another tenant.</summary>
    public static readonly CredentialVerdict OtherTenant = new(CredentialState.OtherTenant, null, null, null);

    /// <summary>What the session has changed of late: nothing older is to be answered to it. Null for a credential that is no session.</summary>
    [Id(4)]
    public Changes.Fence? Fence { get; init; }

    /// <summary>Whether it signs somebody in.</summary>
    [MemberNotNullWhen(true, nameof(Customer))]
    public bool IsValid => State is CredentialState.Valid;

    /// <summary>It signs this customer in.</summary>
    public static CredentialVerdict Valid(CustomerKey customer, DateTimeOffset? expiresAt) => new(CredentialState.Valid, customer, expiresAt, null);

    /// <summary>Nobody can tell now.</summary>
    public static CredentialVerdict Unknown(Failure failure) => new(CredentialState.Unknown, null, null, failure);

    /// <summary>Says nothing that identifies a person.</summary>
    public override string ToString() => $"{nameof(CredentialVerdict)} {State}";
}
