using System.Collections.Immutable;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Changes;

/// <summary>
/// Read-your-writes for sessions: the session itself remembers what it has changed, and tells every gateway that lets it in. Neither of
/// the two ways may hold up a request for long: without them, the caller's own text and the notices still do.
/// </summary>
internal sealed partial class SessionFences(CredentialVerdicts verdicts, TimeProvider time, ILogger<SessionFences> logger)
{
    private static readonly TimeSpan PatienceBeforeReading = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceAfterChanging = TimeSpan.FromSeconds(5);

    /// <summary>What the session of the request has changed.</summary>
    public async ValueTask<Fence> OfAsync(RequestIdentity identity)
    {
        var asked = identity.FenceAsync();
        try
        {
            return asked.IsCompletedSuccessfully ? asked.Result : await asked.AsTask().WaitAsync(PatienceBeforeReading, time);
        }
        catch (TimeoutException)
        {
            return Fence.None;
        }
    }

    /// <summary>Lets the session remember. When it returns, every gateway knows, or will before it answers this session again.</summary>
    public async ValueTask RememberAsync(GraphContext request, ImmutableArray<ChangeMark> changed)
    {
        if (request.Identity.Mode is CredentialMode.None
            || (await request.Identity.ResolveAsync()).Caller.Customer?.Credential is not SessionCredential session)
        {
            return;
        }

        try
        {
            var grain = request.Grains.GetGrain<ISessionGrain>(session.Session.Value);
            await grain.ChangedAsync(new SessionChange(verdicts.Gateway, changed)).WaitAsync(PatienceAfterChanging, time);
        }
        catch (Exception exception)
        {
            // The change has happened, whatever becomes of its memory.
            LogNotRemembered(exception.GetType().Name);
        }

        verdicts.Forget(request.Tenant, session);
    }

    [LoggerMessage(EventId = 2405, Level = LogLevel.Warning, Message = "A session could not be told what it has changed ({Kind}).")]
    private partial void LogNotRemembered(string kind);
}
