namespace Bff.Contracts.Answers;

/// <summary>
/// Every code that a client may see, in <c>errors[].extensions.code</c> or in the <c>code</c> of a payload's error.
/// A code is added here first; <c>docs/errors.md</c> is checked against this list.
/// </summary>
public static class ErrorCodes
{
    /// <summary>No tenant: neither <c>X-Company-Id</c> nor a registered storefront domain came with the request.</summary>
    public const string TenantRequired = "TENANT_REQUIRED";

    /// <summary>The tenant is not known to v6.</summary>
    public const string TenantUnknown = "TENANT_UNKNOWN";

    /// <summary><c>X-Company-Id</c> is not written like a tenant id.</summary>
    public const string TenantInvalid = "TENANT_INVALID";

    /// <summary>The tenant header and the storefront domain of the request belong to different tenants.</summary>
    public const string TenantMismatch = "TENANT_MISMATCH";

    /// <summary>An argument or input field has an unusable value; nothing was asked upstream.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>Sign-in is needed, or the session has ended.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The caller may not do this.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>A mutation named something that does not exist or is not visible to the caller.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The state of the thing does not allow it.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>v6 refused a well-formed request by a business rule.</summary>
    public const string Refused = "REFUSED";

    /// <summary>Too many calls; see <c>retryAfterMs</c>.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>v6 cannot be reached or answered with a server error; nothing is known to have changed.</summary>
    public const string UpstreamUnavailable = "UPSTREAM_UNAVAILABLE";

    /// <summary>v6 did not answer within the time budget.</summary>
    public const string UpstreamTimeout = "UPSTREAM_TIMEOUT";

    /// <summary>v6 answered with something that is not the contract.</summary>
    public const string UpstreamProtocol = "UPSTREAM_PROTOCOL";

    /// <summary>A mutation was sent and no usable answer came back: it may or may not have happened. Never sent again automatically.</summary>
    public const string UnknownOutcome = "UNKNOWN_OUTCOME";

    /// <summary>A defect on our side; the <c>traceId</c> finds it in the logs.</summary>
    public const string Internal = "INTERNAL_ERROR";
}
