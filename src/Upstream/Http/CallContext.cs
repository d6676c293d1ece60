using Bff.Contracts.Keys;
using Bff.Upstream.Operations;
using Polly;

namespace Bff.Upstream.Http;

/// <summary>What the pipeline has to know about the call that a request belongs to.</summary>
/// <param name="Operation">Which operation.</param>
/// <param name="Tenant">On whose behalf.</param>
/// <param name="Deadline">Timestamp of the <see cref="TimeProvider"/> at which the time budget ends.</param>
internal sealed record CallContext(V6Operation Operation, TenantId? Tenant, long Deadline)
{
    private static readonly HttpRequestOptionsKey<CallContext> Key = new("Bff.Upstream.Call");

    /// <summary>Puts the context on its request.</summary>
    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    /// <summary>The context of the request that a pipeline is running.</summary>
    public static CallContext Of(ResilienceContext context) =>
        context.GetRequestMessage() is { } request && request.Options.TryGetValue(Key, out var call)
            ? call
            : throw new InvalidOperationException("The request was not made by the v6 client.");
}
