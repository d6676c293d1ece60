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

    /// <summary>The session cookie or the <c>Authorization</c> header is malformed, doubled, or the two do not agree.</summary>
    public const string CredentialInvalid = "CREDENTIAL_INVALID";

    /// <summary>What came as <c>Bff-Fence</c> or <c>extensions.fence</c> is no fence of this tenant: send the last one that you were given, or none.</summary>
    public const string FenceInvalid = "FENCE_INVALID";

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

    /// <summary>The catalogue has more products than can be filtered here; page or search without a filter.</summary>
    public const string CatalogTooLarge = "CATALOG_TOO_LARGE";

    /// <summary>A defect on our side; the <c>traceId</c> finds it in the logs.</summary>
    public const string Internal = "INTERNAL_ERROR";

    /// <summary>The cluster is restarting or overloaded and could not take the call.</summary>
    public const string ClusterUnavailable = "CLUSTER_UNAVAILABLE";

    /// <summary>The operation took longer than the gateway allows.</summary>
    public const string RequestTimeout = "REQUEST_TIMEOUT";

    /// <summary>The HTTP request is not one of GraphQL over HTTP: malformed JSON, a missing document, a wrong parameter.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A browser could have sent this from another site without asking first.</summary>
    public const string CrossSiteRefused = "CROSS_SITE_REFUSED";

    /// <summary>The HTTP method is not allowed: mutations over GET, everything but GET and POST.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>No media type in <c>Accept</c> can be given.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>A subscription was asked for where one reply only can be given: it needs a WebSocket or <c>text/event-stream</c>.</summary>
    public const string StreamRequired = "STREAM_REQUIRED";

    /// <summary>Too many connections are open, or too many operations on this one.</summary>
    public const string ConnectionLimit = "CONNECTION_LIMIT";

    /// <summary>The body is neither JSON nor in UTF-8.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The body is larger, or came more slowly, than the gateway takes.</summary>
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";

    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The document has no operation of that name, or several and none was named.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>The document has too many tokens, levels, aliases, directives, fragments, operations or fields.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The operation would fetch too much.</summary>
    public const string CostExceeded = "COST_EXCEEDED";

    /// <summary>The hash names no document known here: send both. The name is the one that clients of automatic persisted queries look for.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The hash that came with the document is not its own.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>Only registered documents are run here, and this is none.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>Introspection is off here; the schema is published as a file.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";
}
