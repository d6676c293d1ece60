using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Refresh;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ISessionGrain"/>
[GrainType("session")]
internal sealed partial class SessionGrain : Grain, ISessionGrain, ISessionTokenGrain
{
    private static readonly TimeSpan PatienceWithLogout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPauseAhead = TimeSpan.FromMinutes(1);

    private readonly SessionVault _vault;
    private readonly TokenRenewal _renewal;
    private readonly ICustomerAuthority _authority;
    private readonly TenantEpochs _epochs;
    private readonly SessionOptions _options;
    private readonly AuthTime _time;
    private readonly SessionMetrics _metrics;
    private readonly ILogger<SessionGrain> _logger;
    private readonly VerdictLeases _leases = new();
    private DateTimeOffset _lastSeen;
    private DateTimeOffset? _armedFor;
    private IGrainTimer? _timer;
    private int _failuresAhead;

    public SessionGrain(
        [PersistentState("session", SessionStorage.Name)] IPersistentState<StoredSession> state,
        SessionProtector protector,
        ICustomerAuthority authority,
        TenantEpochs epochs,
        IOptions<SessionOptions> options,
        AuthTime time,
        SessionMetrics metrics,
        ILogger<SessionGrain> logger,
        ILogger<TokenRenewal> renewalLogger)
    {
        (_authority, _epochs, _options, _time, _metrics, _logger) = (authority, epochs, options.Value, time, metrics, logger);
        _vault = new SessionVault(state, protector, this.GetPrimaryKeyString());
        _renewal = new TokenRenewal(_vault, authority, _options, time, metrics, renewalLogger);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _vault.Open();
        if (_vault.IsUnreadable)
        {
            LogUnreadable();
        }

        _lastSeen = _vault.Record?.LastSeenAt ?? default;
        ArmRenewal();
        return Task.CompletedTask;
    }

    public async Task<CredentialVerdict> ValidateAsync(TenantId tenant)
    {
        var verdict = await JudgeAsync(tenant);
        if (!verdict.IsValid)
        {
            return verdict;
        }

        await SeeAsync(_time.Now);
        return _vault.Record is { } record ? verdict with { ExpiresAt = EndsAt(record) } : CredentialVerdict.Dead;
    }

    public async Task<CredentialVerdict> AdmitAsync(SessionAdmission admission)
    {
        var verdict = await ValidateAsync(admission.Tenant);
        if (!verdict.IsValid)
        {
            return verdict;
        }

        _leases.Grant(admission.Gateway, _time.Now, admission.For);
        return verdict with { Fence = _vault.Record?.Fence };
    }

    public async Task ChangedAsync(SessionChange change)
    {
        var now = _time.Now;
        await _vault.ChangeAsync(record => record is null ? null : record with { Fence = (record.Fence ?? Fence.None).With(change.Marks, now) });

        // Verdicts given from here on carry the fence; those given before are believed for a while yet.
        await Task.Delay(_leases.LeftWithout(change.Gateway, _time.Now), _time.Clock);
    }

    public async Task<SessionDetails?> GetDetailsAsync(TenantId tenant)
    {
        var verdict = await JudgeAsync(tenant);
        return verdict.IsValid && _vault.Record is { } record ? Details(record) : null;
    }

    public async Task<Failure?> RefreshAsync(TenantId tenant)
    {
        var verdict = await ValidateAsync(tenant);
        if (!verdict.IsValid)
        {
            return verdict.Failure ?? new Failure(ErrorCodes.Unauthenticated);
        }

        var failure = await _renewal.RenewAsync();
        ArmRenewal();
        return failure;
    }

    public async Task<TokenResult> GetAsync()
    {
        var result = await _renewal.GetAsync();
        ArmRenewal();
        return result;
    }

    public async Task<TokenResult> ReplaceAsync(CustomerToken refused)
    {
        var result = await _renewal.ReplaceAsync(refused);
        ArmRenewal();
        return result;
    }

    public async Task OpenAsync(NewSession session)
    {
        var now = _time.Now;
        var epoch = await GrainFactory.GetGrain<ITenantSessionsGrain>(session.Customer.Key.Tenant.Value).GetEpochAsync();
        await _vault.ChangeAsync(existing => existing is not null
            ? throw new InvalidOperationException("A session id is used once.")
            : new SessionRecord
            {
                Customer = session.Customer,
                Token = session.Token,
                CreatedAt = now,
                LastSeenAt = now,
                Epoch = epoch,
                Device = session.Seat.Device,
            });
        _metrics.Opened();
        _lastSeen = now;
        ArmRenewal();
    }

    public async Task<bool> EndAsync()
    {
        var removal = await RemoveAsync();
        await TellV6Async(removal);
        return removal.IsDone;
    }

    // Of those that end a session at the same time one finds it: that one counts it and tells v6.
    private async Task<Removal> RemoveAsync()
    {
        var removal = await _vault.RemoveAsync();
        if (removal.IsDone)
        {
            _metrics.Ended();
            _timer?.Dispose();
        }

        return removal;
    }

    // The token as it was at the end: a renewal may have replaced the one from before. And a successor that could not be stored yet.
    private async Task TellV6Async(Removal removal)
    {
        if (!removal.IsDone)
        {
            return;
        }

        CustomerToken?[] tokens = [removal.Record?.Token.Token, _renewal.TakeUnstored()];
        try
        {
            await Task.WhenAll(tokens.OfType<CustomerToken>().Distinct().Select(token => _authority.EndAsync(_vault.Tenant, token)))
                .WaitAsync(PatienceWithLogout, _time.Clock);
        }
        catch (Exception exception)
        {
            LogNotTold(_vault.Tenant, exception.GetType().Name);
        }

        DeactivateOnIdle();
    }

    // Looks, and is no use of the session: a list of the customer's devices must not keep all of them alive.
    private async Task<CredentialVerdict> JudgeAsync(TenantId tenant)
    {
        if (_vault.Record is not { } record)
        {
            // Made-up ids must not fill the memory with activations.
            DeactivateOnIdle();
            return _vault.IsUnreadable ? CredentialVerdict.Unknown(new Failure(ErrorCodes.Internal)) : CredentialVerdict.Dead;
        }

        if (record.Customer.Key.Tenant != tenant)
        {
            return CredentialVerdict.OtherTenant;
        }

        if (_time.Now >= EndsAt(record) || await _epochs.CurrentAsync(tenant) > record.Epoch)
        {
            // Whoever brought it has nothing to do with v6, which is told when it has time.
            TellV6Async(await RemoveAsync()).Ignore();
            return CredentialVerdict.Dead;
        }

        return _vault.Record is null ? CredentialVerdict.Dead : CredentialVerdict.Valid(record.Customer.Key, EndsAt(record));
    }

    private DateTimeOffset EndsAt(SessionRecord record)
    {
        var (idle, end) = (_lastSeen + _options.IdleFor, record.CreatedAt + _options.EndAfter);
        return idle < end ? idle : end;
    }

    private async Task SeeAsync(DateTimeOffset now)
    {
        _lastSeen = now;
        if (_vault.Record is { } record && now - record.LastSeenAt >= _options.WriteLastSeenEvery)
        {
            await _vault.ChangeAsync(newest => newest is not null && newest.LastSeenAt < now ? newest with { LastSeenAt = now } : null);
        }
    }

    private SessionDetails Details(SessionRecord record) =>
        new(SessionDetails.IdOf(this.GetPrimaryKeyString()), record.Customer, record.CreatedAt, _lastSeen, EndsAt(record), record.Device);

    // The token of a session that nobody asks about expires all the same, so the activation stays until it is renewed.
    private void ArmRenewal(TimeSpan atLeast = default)
    {
        var now = _time.Now;
        if (_renewal.DueAt is not { } due || due == _armedFor || now - _lastSeen > _options.RenewUnusedFor)
        {
            return;
        }

        _armedFor = due;
        _timer?.Dispose();

        var wait = due > now ? due - now : TimeSpan.FromSeconds(1);
        wait = wait > atLeast ? wait : atLeast;
        DelayDeactivation(wait + TimeSpan.FromMinutes(1));
        _timer = this.RegisterGrainTimer(RenewAheadAsync, new GrainTimerCreationOptions(wait, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    private async Task RenewAheadAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;
        try
        {
            await _renewal.GetAsync();
            _failuresAhead = 0;
        }
        catch (Exception exception)
        {
            // Whatever it was: the next one must be tried, or the token runs out with nobody looking.
            pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(_failuresAhead++, 10)));
            LogAheadFailed(exception.GetType().Name);
        }

        _armedFor = null;
        ArmRenewal(pause < LongestPauseAhead ? pause : LongestPauseAhead);
    }

    [LoggerMessage(EventId = 2110, Level = LogLevel.Error, Message = "A stored session cannot be opened with the keys of Auth:Keys:Ring; it is left as it is.")]
    private partial void LogUnreadable();

    [LoggerMessage(EventId = 2112, Level = LogLevel.Error, Message = "A token could not be renewed ahead ({Kind}); it is tried again.")]
    private partial void LogAheadFailed(string kind);

    [LoggerMessage(EventId = 2111, Level = LogLevel.Warning, Message = "v6 could not be told in time that a token of {Tenant} has ended ({Kind}); the session has ended all the same.")]
    private partial void LogNotTold(TenantId tenant, string kind);
}
