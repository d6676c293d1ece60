using Bff.Sandbox.Counting;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Quirks;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>One request on its way through the pipeline.</summary>
internal sealed class Exchange(SandboxWorld world, HttpContext context, Operation operation, CallScope scope)
{
    public SandboxWorld World { get; } = world;

    public HttpContext Context { get; } = context;

    public Operation Operation { get; } = operation;

    public CallScope Scope { get; } = scope;

    /// <summary>The quirks at the start of the request: a switch in the middle does not mix two forms.</summary>
    public QuirkSet Quirks { get; } = world.Quirks.Current;

    public required RequestTarget Target { get; init; }

    public required IReadOnlyList<string> PathValues { get; init; }

    /// <summary>The query, with quirky names put right.</summary>
    public IQueryCollection Query => field ??= RequestQuirks.Query(Quirks, Operation.Id, Context.Request.Query);

    public Tenant? Tenant { get; set; }

    public Rendered Render(Reply reply) => QuirkRendering.Render(this, reply);
}

/// <summary>A body ready for the wire.</summary>
internal sealed record Rendered(int Status, byte[] Body, string ContentType = Rendered.Json)
{
    public const string Json = "application/json; charset=utf-8";

    public int? RetryAfterSeconds { get; init; }
}
