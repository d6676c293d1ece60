using System.Globalization;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Http;

/// <summary>Short ways to write a call.</summary>
internal static class V6CallExtensions
{
    /// <summary>A call on behalf of a tenant.</summary>
    public static V6Call Of(this V6Operation operation, TenantId tenant, string? pathValue = null) =>
        new(operation, tenant) { PathValue = pathValue };

    /// <summary>The same call for a customer; without a token it stays anonymous.</summary>
    public static V6Call As(this V6Call call, CustomerToken? token) => call with { Token = token };

    /// <summary>The same call with a body.</summary>
    public static V6Call With(this V6Call call, RequestBody body) => call with { Body = body };

    /// <summary>The same call for one page of the list.</summary>
    public static V6Call WithPage(this V6Call call, V6PageQuery page) => call with
    {
        Query =
        [
            ("search", page.Search),
            ("page", page.Number.ToString(CultureInfo.InvariantCulture)),
            ("limit", page.Size.ToString(CultureInfo.InvariantCulture)),
        ],
    };
}
