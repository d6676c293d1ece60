using Bff.Sandbox.Counting;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Quirks;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>One request on its way through the pipeline.</summary>
internal sealed record Exchange(
    HttpContext Context, Operation Operation, Tenant? Tenant, string[] PathValues, RequestTarget Target, CallScope Scope)
{
    /// <summary>The quirks at the start of the request: a switch in the middle does not mix two forms.</summary>
    public required QuirkSet Quirks { get; init; }

    public Rendered Render(Reply reply) => QuirkRendering.Render(Operation, Quirks, reply);
}

/// <summary>A body ready for the wire.</summary>
internal sealed record Rendered(int Status, byte[] Body, string ContentType = Rendered.Json)
{
    public const string Json = "application/json; charset=utf-8";

    public int? RetryAfterSeconds { get; init; }
}
