using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Grains.Auth;

/// <summary>What this folder needs of v6's customer tokens, in the terms of its own decisions.</summary>
internal interface ICustomerAuthority
{
    /// <summary>Whether v6 accepts the token now. Source: v6 validateToken.</summary>
    Task<TokenCheck> CheckAsync(TenantId tenant, CustomerToken token);
}

/// <summary>v6's word on a token.</summary>
/// <param name="Customer">Whose it is; null when v6 refuses it or could not be asked.</param>
/// <param name="ExpiresAt">When it expires, if v6 says so.</param>
/// <param name="Failure">Why v6 could not be asked; null when it answered.</param>
internal sealed record TokenCheck(EntityId? Customer, DateTimeOffset? ExpiresAt, Failure? Failure);
