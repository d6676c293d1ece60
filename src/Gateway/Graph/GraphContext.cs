using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.AccessLog;
using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Running;

namespace Bff.Gateway.Graph;

/// <summary>
/// What a resolver may know about its request. It is the engine's user context (hence the dictionary, which stays empty);
/// resolvers get it typed, by <see cref="ResolverExtensions.Request"/>.
/// </summary>
internal sealed class GraphContext(
    TenantResolution tenancy,
    IServiceProvider services,
    string traceId,
    CancellationToken cancellationToken) : Dictionary<string, object?>
{
    private IGrainFactory? grains;

    /// <summary>The merchant that was asked.</summary>
    /// <exception cref="FailureError">The request names none; introspection alone needs none.</exception>
    public TenantId Tenant => tenancy.Tenant ?? throw new FailureError(TenantFailure!);

    /// <summary>Why there is no tenant; null when there is one.</summary>
    public Failure? TenantFailure => tenancy.Tenant is null ? tenancy.Failure ?? new Failure(ErrorCodes.TenantRequired) : null;

    /// <summary>The registered storefront host that the request came from or to; null when it was told by header only.</summary>
    public StorefrontDomain? Storefront => tenancy.Storefront;

    /// <summary>On whose behalf the request is made; fields ask by <see cref="CallerExtensions"/>.</summary>
    public RequestIdentity Identity { get; init; } = RequestIdentity.None;

    /// <summary>The operation was counted for its caller when its request came.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Completes when the session of an open connection has ended, never without one; null where no connection stays open.</summary>
    public Lazy<Task>? SessionEnd { get; init; }

    /// <summary>Everything else, by type.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The trace of this request, as clients see it in <c>extensions.traceId</c>.</summary>
    public string TraceId { get; } = traceId;

    /// <summary>Ends when the client has gone or the time budget is spent.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The cluster. Looked up at the call: grains cannot be named before the cluster client has started.</summary>
    public IGrainFactory Grains => grains ??= Services.GetRequiredService<IGrainFactory>();

    /// <summary>Asks of this request that wait to be sent together.</summary>
    public RequestBatches Batches { get; } = new();

    /// <summary>Calls that this request has made already.</summary>
    public RequestMemo Memo { get; } = new();

    /// <summary>How fresh what was read so far is.</summary>
    public Freshness Freshness { get; } = new();

    /// <summary>What this caller has changed, before and in this request.</summary>
    public RequestFence Fence { get; init; } = new();

    /// <summary>What the log will say of it; null when nobody reads the log.</summary>
    public OperationTally? Tally { get; set; }

    /// <summary>What the operation says that it is made of; null when it does not say.</summary>
    public IReadOnlyList<CacheArea>? Areas { get; set; }

    /// <summary>Something was read for this request.</summary>
    public void Observe<T>(Answer<T> answer)
        where T : class
    {
        Freshness.Observe(answer);
        Tally?.Read(answer.AsOf);
    }

    /// <summary>The same request at a later moment: nothing that was read or believed until now is kept.</summary>
    public GraphContext Afresh(CancellationToken until) => new(tenancy, Services, TraceId, until) { Identity = Identity.Afresh(), SessionEnd = SessionEnd, Fence = Fence };
}
