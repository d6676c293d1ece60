using System.Collections.Frozen;
using Bff.Contracts.Answers;

namespace Bff.Gateway.Graph.Errors;

/// <summary>The one fixed sentence for each code. Texts of the upstream, of exceptions and of callers never reach a reply by this way.</summary>
internal static class ErrorMessages
{
    private static readonly FrozenDictionary<string, string> Messages = new Dictionary<string, string>
    {
        [ErrorCodes.TenantRequired] = "No tenant: send the X-Company-Id header or use a registered storefront domain.",
        [ErrorCodes.TenantUnknown] = "There is no such tenant.",
        [ErrorCodes.TenantInvalid] = "The X-Company-Id header is not written like a tenant id.",
        [ErrorCodes.TenantMismatch] = "The X-Company-Id header and the storefront domain belong to different tenants.",
        [ErrorCodes.BadUserInput] = "An argument has a value that cannot be used.",
        [ErrorCodes.Unauthenticated] = "Sign in first: there is no session, or it has ended.",
        [ErrorCodes.CredentialInvalid] = "The session cookie or the Authorization header is malformed, doubled, or the two do not agree.",
        [ErrorCodes.FenceInvalid] = "This is no fence of this tenant: send the last one that you were given, or none.",
        [ErrorCodes.Forbidden] = "This is not allowed.",
        [ErrorCodes.NotFound] = "There is no such thing, or it is not visible to you.",
        [ErrorCodes.Conflict] = "The present state does not allow this.",
        [ErrorCodes.Refused] = "The request was refused.",
        [ErrorCodes.RateLimited] = "Too many calls: wait and try again.",
        [ErrorCodes.UpstreamUnavailable] = "The service behind this is not available at the moment.",
        [ErrorCodes.UpstreamTimeout] = "The service behind this did not answer in time.",
        [ErrorCodes.UpstreamProtocol] = "The service behind this gave an answer that cannot be used.",
        [ErrorCodes.UnknownOutcome] = "No answer came back: this may or may not have happened. Look before you try again.",
        [ErrorCodes.CatalogTooLarge] = "The catalogue is too large to be filtered here: page or search without a filter.",
        [ErrorCodes.Internal] = "Something went wrong on our side. The trace id finds it in our logs.",
        [ErrorCodes.ClusterUnavailable] = "The service is restarting or overloaded: try again in a moment.",
        [ErrorCodes.RequestTimeout] = "The operation took too long.",
        [ErrorCodes.BadRequest] = "This is not a GraphQL request that can be read.",
        [ErrorCodes.CrossSiteRefused] = "Refused: a browser could send this from another site. Send Content-Type: application/json or GraphQL-Preflight: 1.",
        [ErrorCodes.MethodNotAllowed] = "This method is not allowed here.",
        [ErrorCodes.NotAcceptable] = "None of the media types in Accept can be given.",
        [ErrorCodes.StreamRequired] = "A subscription needs a WebSocket (graphql-transport-ws) or Accept: text/event-stream.",
        [ErrorCodes.ConnectionLimit] = "Too many connections are open, or too many operations on this one.",
        [ErrorCodes.UnsupportedMediaType] = "Send the request as application/json in UTF-8.",
        [ErrorCodes.RequestTooLarge] = "The request is too large.",
        [ErrorCodes.ParseFailed] = "The document cannot be parsed.",
        [ErrorCodes.ValidationFailed] = "The document does not fit the schema.",
        [ErrorCodes.OperationNotFound] = "The document has no such operation.",
        [ErrorCodes.LimitExceeded] = "The document is too complex.",
        [ErrorCodes.CostExceeded] = "The operation costs too much.",
        [ErrorCodes.PersistedQueryNotFound] = "PersistedQueryNotFound",
        [ErrorCodes.PersistedQueryMismatch] = "The sha256Hash is not that of the document.",
        [ErrorCodes.DocumentNotTrusted] = "Only registered documents may be run here.",
        [ErrorCodes.IntrospectionDisabled] = "Introspection is not allowed here.",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> MutationMessages = new Dictionary<string, string>
    {
        ["VALIDATION_ERROR"] = "A field of the input cannot be used.",
        ["IDEMPOTENCY_MISMATCH"] = "This idempotencyKey was used for something else.",
        ["PROMOTION_EXPIRED"] = "A promotion that this would use is over.",
        ["SLOT_TAKEN"] = "This time is no longer free.",
        ["BOOKING_COOLDOWN_ACTIVE"] = "It is too soon after the last booking.",
        ["BOOKING_ON_HAND"] = "There is an open booking already.",
        ["BOOKING_UNCHANGED"] = "The booking could not be changed: it is as it was.",
        ["BOOKING_PAST_CUTOFF"] = "It is too late to change the booking.",
    }.ToFrozenDictionary();

    /// <summary>Every code that has a sentence of its own at the top level.</summary>
    public static IEnumerable<string> Codes => Messages.Keys;

    /// <summary>The sentence for a code; a general one for a code of v6 that has none.</summary>
    public static string For(string code) =>
        Messages.GetValueOrDefault(code) ?? MutationMessages.GetValueOrDefault(code) ?? Messages[ErrorCodes.Refused];
}
