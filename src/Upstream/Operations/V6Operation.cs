using System.Collections.Immutable;

namespace Bff.Upstream.Operations;

/// <summary>Feature area of an operation; the same names as the feature folders.</summary>
internal enum V6Group
{
    Bookings,
    Auth,
    Content,
    Shop,
    Membership,
    Surveys,
}

/// <summary>What proves who asks. Source: <c>x-favcrm-auth</c>.</summary>
internal enum V6Auth
{
    /// <summary>The tenant alone. A customer's token is never sent, so that the answer may be shared.</summary>
    Public,

    /// <summary>A customer's token may be sent and changes the answer.</summary>
    Optional,

    /// <summary>A customer's token has to be sent.</summary>
    Required,

    /// <summary>The secret in the path is the credential; neither tenant nor customer is named.</summary>
    MagicToken,
}

/// <summary>Whether repeating the call is harmless. Source: <c>x-favcrm-effect</c>.</summary>
internal enum V6Effect
{
    /// <summary>May be repeated.</summary>
    Read,

    /// <summary>Changes something; sent once at most.</summary>
    Write,
}

/// <summary>What an entry of the answer may be keyed by. Source: <c>x-favcrm-cache</c>; "or" means without and with a token.</summary>
internal enum V6CacheScope
{
    /// <summary>Not kept, not merged with other calls, not asked ahead of time.</summary>
    Never,

    /// <summary>One entry per tenant.</summary>
    Tenant,

    /// <summary>One entry per tenant and arguments. For resolveStorefrontDomain the domain alone is the key.</summary>
    TenantArgs,

    /// <summary>One entry per customer and arguments, under the id of a verified customer, never under a token.</summary>
    Customer,

    /// <summary>As <see cref="Tenant"/> without a token, as <see cref="Customer"/> with one.</summary>
    TenantOrCustomer,

    /// <summary>As <see cref="TenantArgs"/> without a token, as <see cref="Customer"/> with one.</summary>
    TenantArgsOrCustomer,
}

/// <summary>One operation of the v6 contract, with all that callers, caches and invalidation derive from it.</summary>
/// <param name="Id">The contract's <c>operationId</c>.</param>
/// <param name="Group">Feature area.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below <see cref="V6Operations.Prefix"/>, with at most one <c>{placeholder}</c>.</param>
/// <param name="Auth">What proves who asks.</param>
/// <param name="Effect">Read or write. validateToken is a read although its method is POST.</param>
/// <param name="CacheScope">What a kept answer is keyed by.</param>
/// <param name="FreshSeconds">Suggested freshness, in seconds; null when nothing is kept.</param>
/// <param name="MakesStale">Ids of the reads to refresh after this call.</param>
internal sealed record V6Operation(
    string Id,
    V6Group Group,
    HttpMethod Method,
    string Path,
    V6Auth Auth,
    V6Effect Effect,
    V6CacheScope CacheScope,
    int? FreshSeconds,
    ImmutableArray<string> MakesStale)
{
    private const string DomainLookup = "resolveStorefrontDomain";

    /// <summary>The path names one thing, so a 404 says that there is no such thing.</summary>
    public bool HasPathValue { get; } = Path.Contains('{', StringComparison.Ordinal);

    /// <summary><c>X-Company-Id</c> belongs on the request.</summary>
    public bool SendsTenant => Auth != V6Auth.MagicToken && Id != DomainLookup;

    /// <summary>A 404 is the answer "no such thing" and not a sign of a wrong address.</summary>
    public bool CanBeAbsent => HasPathValue || Id == DomainLookup;

    /// <summary>A customer's token may go out on this operation.</summary>
    public bool TakesToken => Auth is V6Auth.Optional or V6Auth.Required;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
