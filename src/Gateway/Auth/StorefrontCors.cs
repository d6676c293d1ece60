using Bff.Gateway.Edge;

namespace Bff.Gateway.Auth;

/// <summary>
/// CORS (Fetch standard §3.2) for the origins that <see cref="OriginPolicy"/> calls ours, foremost the tenant's registered storefront
/// domains: those are resolved and cached, so a new storefront needs no setting here. Anybody else gets no CORS header at all.
/// </summary>
internal sealed class StorefrontCors(RequestDelegate next, ITenantResolver tenants, OriginPolicy origins)
{
    private const string Headers = "Content-Type, Authorization, X-Company-Id, GraphQL-Preflight, GraphQL-Client-Name, GraphQL-Cost, Bff-Fence, Apollo-Require-Preflight";
    private const string Exposed = "Bff-Fence, Retry-After, Age, ETag";
    private const string Methods = "GET, POST";
    private const string PreflightLifeSeconds = "600";

    /// <summary>
    /// Lets the page that asks read a reply that is the same for every caller, whosever page it is: one that refuses before anything is looked up.
    /// </summary>
    public static void LetRead(HttpContext http, string header)
    {
        if (http.Request.Headers.Origin is [{ Length: > 0 } origin])
        {
            http.Response.Headers.AccessControlAllowOrigin = origin;
            http.Response.Headers.AccessControlAllowCredentials = "true";
            http.Response.Headers.AccessControlExposeHeaders = header;
        }
    }

    public async Task InvokeAsync(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            await next(http);
            return;
        }

        var tenancy = await tenants.ResolveAsync(http);
        var isOurs = tenancy.Failure?.Code is not Contracts.Answers.ErrorCodes.TenantMismatch && origins.Allows(http.Request, origin, tenancy);
        var response = http.Response;
        response.Headers.Append("Vary", "Origin");
        if (isOurs)
        {
            response.Headers.AccessControlAllowOrigin = origin;
            response.Headers.AccessControlAllowCredentials = "true";
            response.Headers.AccessControlExposeHeaders = Exposed;
        }

        if (!HttpMethods.IsOptions(http.Request.Method) || http.Request.Headers.AccessControlRequestMethod.Count == 0)
        {
            await next(http);
            return;
        }

        response.StatusCode = isOurs ? StatusCodes.Status204NoContent : StatusCodes.Status403Forbidden;
        if (isOurs)
        {
            response.Headers.AccessControlAllowMethods = Methods;
            response.Headers.AccessControlAllowHeaders = Headers;
            response.Headers.AccessControlMaxAge = PreflightLifeSeconds;
        }
    }
}
