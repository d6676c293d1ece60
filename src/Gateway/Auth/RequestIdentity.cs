using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Caller = Bff.Contracts.Auth.Caller;

namespace Bff.Gateway.Auth;

/// <summary>
/// On whose behalf one HTTP request (or connection) is made. The headers are read at once, the cluster is asked when the first field
/// needs to know: a public operation costs a signed-in caller nothing.
/// </summary>
internal sealed class RequestIdentity
{
    /// <summary>A request without a tenant, such as introspection alone.</summary>
    public static readonly RequestIdentity None = new(null, null, null, default);

    private readonly Lock _gate = new();
    private readonly CallerResolver? _resolver;
    private readonly HttpContext? _http;
    private readonly TenantId? _tenant;
    private readonly PresentedCredential _presented;
    private Task<CallerResolution>? _resolution;

    private RequestIdentity(CallerResolver? resolver, HttpContext? http, TenantId? tenant, PresentedCredential presented) =>
        (_resolver, _http, _tenant, _presented) = (resolver, http, tenant, presented);

    /// <summary>How a credential was presented.</summary>
    public CredentialMode Mode => _presented.Mode;

    /// <summary>The HTTP exchange, while cookies can still be set on it.</summary>
    public HttpResponse? CookieResponse => _http is { Response: { HasStarted: false } response } ? response : null;

    /// <summary>Network address of the caller, an IPv6 one by its /64; null when unknown.</summary>
    public string? Address => ClientAddress.Of(_http);

    /// <summary>Id in lists of the session that was presented, good or not; null for any other credential.</summary>
    public string? SessionId => _presented.Credential is SessionCredential session ? SessionDetails.IdOf(session.Session.Value) : null;

    /// <summary>Coarse kind of browser or app.</summary>
    public string? Device => DeviceName.Of(_http?.Request.Headers.UserAgent);

    /// <summary>Reads the credentials of a request.</summary>
    /// <exception cref="HttpRefusal">What came is malformed or contradicts itself.</exception>
    public static RequestIdentity Read(HttpContext http, TenantId? tenant)
    {
        if (!PresentedCredential.TryRead(http.Request.Headers, out var presented))
        {
            if (!http.Response.HasStarted)
            {
                http.RequestServices.GetRequiredService<SessionCookie>().Remove(http.Response, tenant);
            }

            throw new HttpRefusal(ErrorCodes.CredentialInvalid, StatusCodes.Status400BadRequest);
        }

        return new RequestIdentity(http.RequestServices.GetRequiredService<CallerResolver>(), http, tenant, presented);
    }

    /// <summary>The same credentials, to be asked about anew.</summary>
    public RequestIdentity Afresh() => new(_resolver, _http, _tenant, _presented);

    /// <summary>Who is calling; asked of the cluster once.</summary>
    public Task<CallerResolution> ResolveAsync()
    {
        lock (_gate)
        {
            return _resolution ??= AskAsync();
        }
    }

    /// <summary>What the presented session has changed of late. Asks for nothing else, and says nothing about who is calling.</summary>
    public ValueTask<Fence> FenceAsync() => _resolver is not null && _tenant is { } tenant ? _resolver.FenceOfAsync(tenant, _presented) : new(Fence.None);

    /// <summary>From here on the request is made by somebody else: it has just signed in or out.</summary>
    public void Become(Caller caller)
    {
        lock (_gate)
        {
            _resolution = Task.FromResult(new CallerResolution(caller, Mode, null));
        }
    }

    /// <summary>Whether what was presented is still good, asked anew; also true while nobody can tell.</summary>
    public async ValueTask<bool> IsStillGoodAsync()
    {
        if (Mode is CredentialMode.None || _resolver is null || _tenant is not { } tenant)
        {
            return true;
        }

        var resolution = await _resolver.ResolveAsync(tenant, _presented);
        return !resolution.Caller.IsAnonymous || resolution.IsUnknown;
    }

    /// <summary>For how long the verdict on what was presented is still believed here; zero when there is none.</summary>
    public TimeSpan BelievedFor() => _resolver is not null && _tenant is { } tenant ? _resolver.BelievedFor(tenant, _presented) : TimeSpan.Zero;

    private async Task<CallerResolution> AskAsync()
    {
        if (_resolver is null || _tenant is not { } tenant)
        {
            return new CallerResolution(Caller.Anonymous(default), CredentialMode.None, null);
        }

        var resolution = await _resolver.ResolveAsync(tenant, _presented);
        if (resolution.HasDeadCookie && CookieResponse is { } response)
        {
            response.HttpContext.RequestServices.GetRequiredService<SessionCookie>().Remove(response, tenant);
        }

        return resolution;
    }
}
