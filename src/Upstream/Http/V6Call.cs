using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Http;

/// <summary>One call of one operation.</summary>
/// <param name="Operation">What is called.</param>
/// <param name="Tenant">On whose behalf. Its calls in flight are bounded; the header is sent where the contract has it.</param>
internal sealed record V6Call(V6Operation Operation, TenantId? Tenant)
{
    /// <summary>The customer; only on operations that take a token.</summary>
    public CustomerToken? Token { get; init; }

    /// <summary>What the path's placeholder stands for, not encoded.</summary>
    public string? PathValue { get; init; }

    /// <summary>Query values, not encoded; those without a value are left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Query { get; init; } = [];

    /// <summary>Body of a POST; without one an empty body is sent.</summary>
    public RequestBody? Body { get; init; }

    /// <summary><c>Idempotency-Key</c> (notes V24).</summary>
    public Guid? IdempotencyKey { get; init; }

    /// <summary>Names the operation only: the rest may be secret.</summary>
    public override string ToString() => Operation.Id;
}
