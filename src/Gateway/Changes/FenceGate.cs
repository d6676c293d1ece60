using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Changes;

/// <summary>
/// Read-your-writes for callers that carry their fence themselves. What a fence names is forgotten here before the operation begins, as
/// if the notice of it had just come.
/// </summary>
internal sealed class FenceGate(FenceCodec codec, LocalChanges changes, CacheEnvironment environment)
{
    public const string Header = "Bff-Fence";

    /// <summary>Name in the request's and the reply's <c>extensions</c>.</summary>
    public const string Extension = "fence";

    /// <summary>Lets a request in with what its caller has changed.</summary>
    /// <exception cref="HttpRefusal">What came as a fence is none of this tenant.</exception>
    public void Admit(HttpContext http, GraphRequest request, TenantId tenant, RequestFence fence)
    {
        Admit(http.Request.Headers[Header], tenant, fence);
        Admit(request.Extensions is { } extensions && extensions.TryGetValue(Extension, out var given) ? given as string : null, tenant, fence);
    }

    /// <summary>A mutation has changed this: told to this gateway at once, and to the caller with the reply.</summary>
    public void Grow(TenantId tenant, RequestFence fence, IReadOnlyList<ChangeMark> changed)
    {
        if (changed.Count > 0)
        {
            changes.Apply(tenant, changed);
            fence.Grow(changed, environment.Time.GetUtcNow());
        }
    }

    /// <summary>A mutation may have changed anything of the tenant: nobody came back to say what.</summary>
    public void GrowByAnything(TenantId tenant, RequestFence fence) => Grow(tenant, fence, [new ChangeMark(null, environment.Clock.Next())]);

    /// <summary>What the caller is to send back; null when it has changed nothing.</summary>
    public string? TokenOf(TenantId? tenant, RequestFence fence) => tenant is { } known && fence.HasGrown ? codec.Write(known, fence.Current) : null;

    private void Admit(string? token, TenantId tenant, RequestFence fence)
    {
        if (string.IsNullOrEmpty(token))
        {
            return;
        }

        if (!codec.TryRead(tenant, token, out var known))
        {
            throw new HttpRefusal(ErrorCodes.FenceInvalid, StatusCodes.Status400BadRequest);
        }

        changes.Apply(tenant, known.Marks);
        fence.Admit(known, environment.Time.GetUtcNow());
    }
}
