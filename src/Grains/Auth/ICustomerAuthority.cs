using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Storage;

namespace Bff.Grains.Auth;

/// <summary>What a session needs of v6, in the terms of its own decisions.</summary>
internal interface ICustomerAuthority
{
    /// <summary>Whether v6 accepts the token now. Source: v6 validateToken.</summary>
    Task<TokenCheck> CheckAsync(TenantId tenant, CustomerToken token);

    /// <summary>Trades a token for its successor; v6 accepts a token once only. Sent once, whatever happens. Source: v6 refreshToken.</summary>
    Task<Renewal> RenewAsync(CustomerKey customer, CustomerToken token);

    /// <summary>Tells v6 that a token is no longer needed. What v6 says to that changes nothing here. Source: v6 logout.</summary>
    Task EndAsync(TenantId tenant, CustomerToken token);
}

/// <summary>v6's word on a token.</summary>
/// <param name="Customer">Whose it is; null when v6 refuses it or could not be asked.</param>
/// <param name="Name">Display name of the customer.</param>
/// <param name="ExpiresAt">When it expires, if v6 says so.</param>
/// <param name="Failure">Why v6 could not be asked; null when it answered.</param>
internal sealed record TokenCheck(EntityId? Customer, string? Name, DateTimeOffset? ExpiresAt, Failure? Failure);

/// <summary>What became of an attempt to renew a token.</summary>
internal abstract record Renewal
{
    private Renewal()
    {
    }

    /// <summary>v6 gave the successor; the old token is dead.</summary>
    public sealed record Renewed(TokenLease Successor) : Renewal;

    /// <summary>v6 said no (401, 403): it does not know this token, or no longer.</summary>
    public sealed record Refused : Renewal;

    /// <summary>v6 did nothing: it was not reached, was overloaded (429) or answered with a server error.</summary>
    public sealed record NotNow(Failure Failure) : Renewal;

    /// <summary>No answer came: the old token may be spent or not.</summary>
    public sealed record Lost(Failure Failure) : Renewal;
}
