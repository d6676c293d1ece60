using System.Collections.Concurrent;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Auth;

/// <summary>
/// Asks the cluster what a credential is worth, and believes the answer for a few hundred milliseconds: the time within which a
/// revocation is seen by this gateway, and the price of it, are both <see cref="SessionEdgeOptions.VerdictFor"/>.
/// Requests that come at the same time share one question.
/// </summary>
internal sealed partial class CredentialVerdicts(
    IServiceProvider services, IOptions<SessionEdgeOptions> options, TimeProvider time, ILogger<CredentialVerdicts> logger)
{
    private readonly ConcurrentDictionary<(TenantId, Credential), Entry> _entries = new();
    private readonly TimeSpan _keepFor = options.Value.VerdictFor;
    private long _sweptAt = time.GetTimestamp();

    /// <summary>Names this process to sessions.</summary>
    public Guid Gateway { get; } = Guid.NewGuid();

    /// <summary>What the credential is worth at the tenant; <see cref="CredentialState.Unknown"/> when the cluster cannot say.</summary>
    public Task<CredentialVerdict> AskAsync(TenantId tenant, Credential credential)
    {
        Sweep();
        var key = (tenant, credential);
        if (_entries.TryGetValue(key, out var entry) && IsGood(entry))
        {
            return entry.Verdict;
        }

        // Two that come here at once may ask twice; the second question is cheaper than a lock on every request.
        var askedAt = time.GetTimestamp(); // Before the question leaves: the session counts on our not believing it for longer than it thinks.
        var asked = new Entry(CallAsync(tenant, credential), askedAt);
        _entries[key] = asked;
        return asked.Verdict;
    }

    /// <summary>How much is left of the time for which the present verdict is believed; zero when there is none, or nobody could give one.</summary>
    public TimeSpan BelievedFor(TenantId tenant, Credential credential)
    {
        if (!_entries.TryGetValue((tenant, credential), out var entry) || !IsGood(entry))
        {
            return TimeSpan.Zero;
        }

        var left = _keepFor - time.GetElapsedTime(entry.AskedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Forgets the credential here at once: the one who signed out sees it at the next request.</summary>
    public void Forget(TenantId tenant, Credential credential) => _entries.TryRemove((tenant, credential), out _);

    // A question still open is shared; its answer is as old as the question.
    private bool IsGood(Entry entry) =>
        time.GetElapsedTime(entry.AskedAt) < _keepFor
        && (!entry.Verdict.IsCompleted || entry.Verdict.Result.State is not CredentialState.Unknown);

    private async Task<CredentialVerdict> CallAsync(TenantId tenant, Credential credential)
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        try
        {
            return credential switch
            {
                SessionCredential session => await grains.GetGrain<ISessionGrain>(session.Session.Value).AdmitAsync(new SessionAdmission(tenant, Gateway, _keepFor)),
                TokenCredential own => await grains.GetGrain<ITokenVerdictGrain>(own.Token.KeyAt(tenant)).ValidateAsync(own.Token),
                _ => CredentialVerdict.Dead,
            };
        }
        catch (Exception exception)
        {
            // Whatever keeps the cluster from answering (its storage too, whose exceptions are unknown here) is no word on the session.
            LogUnknown(exception.GetType().Name);
            return CredentialVerdict.Unknown(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        }
    }

    private void Sweep()
    {
        var swept = Volatile.Read(ref _sweptAt);
        if (time.GetElapsedTime(swept) < _keepFor || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), swept) != swept)
        {
            return;
        }

        foreach (var (key, entry) in _entries)
        {
            if (time.GetElapsedTime(entry.AskedAt) >= _keepFor && entry.Verdict.IsCompleted)
            {
                _entries.TryRemove(KeyValuePair.Create(key, entry));
            }
        }
    }

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "The cluster could not say what a credential is worth ({Kind}).")]
    private partial void LogUnknown(string kind);

    private sealed record Entry(Task<CredentialVerdict> Verdict, long AskedAt);
}
