using System.Diagnostics.CodeAnalysis;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Auth;

/// <summary>
/// On whose behalf something is read or changed: nobody in particular, or one signed-in customer. Grains take it on everything that
/// a customer's token changes; the v6 token itself is asked for by the silo, when it is about to call v6.
/// </summary>
/// <param name="Tenant">The merchant that was asked.</param>
/// <param name="Customer">Who is signed in; null for an anonymous caller.</param>
[GenerateSerializer, Immutable, Alias("bff.caller")]
public sealed record Caller([property: Id(0)] TenantId Tenant, [property: Id(1)] SignedInCustomer? Customer)
{
    /// <summary>Nobody has signed in.</summary>
    [MemberNotNullWhen(false, nameof(Customer))]
    public bool IsAnonymous => Customer is null;

    /// <summary>Somebody who has not signed in.</summary>
    public static Caller Anonymous(TenantId tenant) => new(tenant, null);

    /// <summary>A customer, signed in at the tenant of its key.</summary>
    public static Caller Of(CustomerKey key, Credential credential) => new(key.Tenant, new SignedInCustomer(key, credential));

    /// <summary>Says nothing that identifies a person.</summary>
    public override string ToString() => IsAnonymous ? "anonymous caller" : "signed-in caller";
}

/// <summary>A customer and what proves it.</summary>
/// <param name="Key">The customer: key of the grains that own its data.</param>
/// <param name="Credential">Where its v6 token comes from.</param>
[GenerateSerializer, Immutable, Alias("bff.signed-in-customer")]
public sealed record SignedInCustomer([property: Id(0)] CustomerKey Key, [property: Id(1)] Credential Credential)
{
    /// <summary>Says nothing that identifies a person.</summary>
    public override string ToString() => nameof(SignedInCustomer);
}

/// <summary>Where a caller's v6 token comes from. One of <see cref="SessionCredential"/> and <see cref="TokenCredential"/>.</summary>
[GenerateSerializer, Immutable, Alias("bff.credential")]
public abstract record Credential
{
    /// <summary>Names the kind only.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>From the session: its grain holds the token and renews it.</summary>
/// <param name="Session">The session.</param>
[GenerateSerializer, Immutable, Alias("bff.session-credential")]
public sealed record SessionCredential([property: Id(0)] SessionKey Session) : Credential;

/// <summary>From the caller, who sent a v6 token of its own and renews it itself.</summary>
/// <param name="Token">The token.</param>
[GenerateSerializer, Immutable, Alias("bff.token-credential")]
public sealed record TokenCredential([property: Id(0)] CustomerToken Token) : Credential;
