using System.Collections.Immutable;
using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Changes;

/// <summary>
/// Read-your-writes. What a caller has changed is forgotten here before its operation begins, as if the notice of it had just come; it
/// is told by the caller's session, or by the caller itself.
/// </summary>
internal sealed class FenceGate(FenceCodec codec, SessionFences sessions, LocalChanges changes, CacheEnvironment environment)
{
    public const string Header = "Bff-Fence";

    /// <summary>Name in the request's and the reply's <c>extensions</c>.</summary>
    public const string Extension = "fence";

    /// <summary>Lets a request in with what its caller has changed.</summary>
    /// <exception cref="HttpRefusal">What came as a fence is none of this tenant.</exception>
    public async ValueTask AdmitAsync(HttpContext http, GraphRequest request, TenantId tenant, GraphContext context)
    {
        Admit(tenant, Read(http.Request.Headers[Header], tenant), context);
        Admit(tenant, Read(request.Extensions is { } extensions && extensions.TryGetValue(Extension, out var given) ? given as string : null, tenant), context);
        Admit(tenant, await sessions.OfAsync(context.Identity), context);
    }

    /// <summary>A mutation has changed this: told to this gateway at once, to the session, and to the caller with the reply.</summary>
    public async ValueTask GrowAsync(GraphContext request, ImmutableArray<ChangeMark> changed)
    {
        if (changed.IsEmpty)
        {
            return;
        }

        changes.Apply(request.Tenant, changed);
        request.Fence.Grow(changed, environment.Time.GetUtcNow());
        await sessions.RememberAsync(request, changed);
    }

    /// <summary>A mutation may have changed anything of the tenant: nobody came back to say what.</summary>
    public ValueTask GrowByAnythingAsync(GraphContext request) => GrowAsync(request, [new ChangeMark(null, environment.Clock.Next())]);

    /// <summary>What the caller is to send back; null when it has changed nothing.</summary>
    public string? TokenOf(TenantId? tenant, RequestFence fence) => tenant is { } known && fence.HasGrown ? codec.Write(known, fence.Current) : null;

    private Fence Read(string? token, TenantId tenant) =>
        string.IsNullOrEmpty(token) ? Fence.None
        : codec.TryRead(tenant, token, out var fence) ? fence
        : throw new HttpRefusal(ErrorCodes.FenceInvalid, StatusCodes.Status400BadRequest);

    private void Admit(TenantId tenant, Fence fence, GraphContext context)
    {
        if (fence.Marks.Length > 0)
        {
            changes.Apply(tenant, fence.Marks);
            context.Fence.Admit(fence, environment.Time.GetUtcNow());
        }
    }
}
