using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Grains.Auth.Storage;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Auth.Refresh;

/// <summary>
/// Keeps the v6 token of one session good. v6 renews a token once: the successor comes with the death of the old one, so two that renew
/// at the same time would sign the customer out. The steps:
/// <list type="number">
/// <item>A token with life enough left is handed out as it is.</item>
/// <item>It is renewed before it expires, and when v6 refuses it with 401. Whoever brings a refused token that is no longer the present
/// one gets the present one: somebody else was faster.</item>
/// <item>One renewal is in flight; all who come meanwhile wait for its outcome.</item>
/// <item>Renewed: the successor is stored first and handed out then. Storage takes it only in place of the token that was spent for it.
/// While storage cannot be reached the successor waits in memory and v6 is not asked again.</item>
/// <item>Refused: perhaps another activation of this session has just spent the token. Storage is read again, a few times within a
/// second; a token that differs is taken over. If none appears the session ends: this one only.</item>
/// <item>Reply lost: the token may be spent or not. v6 is asked once more at once: it either renews the token after all, or its refusal
/// says that the token is spent (step 5).</item>
/// <item>Anything else (5xx, 429, no connection, lost twice) ends nothing. v6 is left alone for a while; meanwhile the present token is
/// handed out as long as it has not expired and v6 has not refused it.</item>
/// </list>
/// </summary>
internal sealed partial class TokenRenewal(
    SessionVault vault, ICustomerAuthority authority, SessionOptions options, AuthTime time, SessionMetrics metrics, ILogger<TokenRenewal> logger)
{
    private static readonly TimeSpan[] LooksForWinner = [TimeSpan.Zero, TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(750)];
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RenewedJustNow = TimeSpan.FromSeconds(5);

    private readonly SingleFlight<Failure?> _renewing = new();
    private (CustomerToken Spent, TokenLease Successor)? _unstored;
    private CustomerToken _refused;
    private DateTimeOffset _restUntil;
    private int _failures;

    /// <summary>When the present token should be renewed; null without a session.</summary>
    public DateTimeOffset? DueAt => vault.Record is { Token: var lease } ? lease.ExpiresAt - Ahead(lease) : null;

    /// <summary>A token that is good for now.</summary>
    public async Task<TokenResult> GetAsync()
    {
        // Step 1
        var failure = vault.Record is null || (IsUsable && time.Now < DueAt) ? null : await RenewOnceAsync();
        return Present(failure);
    }

    /// <summary>A token in place of one that v6 refused.</summary>
    public async Task<TokenResult> ReplaceAsync(CustomerToken refused)
    {
        // Step 2
        if (vault.Record?.Token.Token == refused)
        {
            _refused = refused;
        }

        return await GetAsync();
    }

    /// <summary>Renews although the present token may be good, unless that was done just now.</summary>
    public async Task<Failure?> RenewAsync()
    {
        var isNew = vault.Record is { Token: var lease } && time.Now - lease.IssuedAt < RenewedJustNow;
        var failure = vault.Record is null || (isNew && IsUsable) ? null : await RenewOnceAsync();
        return vault.Record is null ? TokenResult.SignInNeeded.Failure : failure;
    }

    /// <summary>
    /// Gives up the successor that waits to be stored, if there is one: the session has ended, and whoever takes it tells v6. It is given
    /// once.
    /// </summary>
    public CustomerToken? TakeUnstored()
    {
        var token = _unstored?.Successor.Token;
        _unstored = null;
        return token;
    }

    // There is a token that v6 takes, as far as is known here.
    private bool IsUsable =>
        _unstored is null && vault.Record is { Token: var lease } && lease.Token != _refused && time.Now < lease.ExpiresAt;

    // Step 3
    private Task<Failure?> RenewOnceAsync() => _renewing.Join(async () =>
    {
        if (_unstored is null && await AskAsync() is { } failure)
        {
            return failure;
        }

        return _unstored is null ? null : await StoreAsync();
    });

    private TokenResult Present(Failure? failure)
    {
        if (vault.Record is null)
        {
            return vault.IsUnreadable ? TokenResult.Failed(new Failure(ErrorCodes.Internal)) : TokenResult.SignInNeeded;
        }

        // Step 7
        return IsUsable
            ? TokenResult.Found(vault.Record.Token.Token)
            : TokenResult.Failed(failure ?? new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true));
    }

    private async Task<Failure?> AskAsync()
    {
        var now = time.Now;
        if (vault.Record is not { } record)
        {
            return TokenResult.SignInNeeded.Failure;
        }

        if (now < _restUntil)
        {
            return new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true, _restUntil - now);
        }

        var (customer, spent) = (record.Customer.Key, record.Token.Token);
        var renewal = await authority.RenewAsync(customer, spent);
        if (renewal is Renewal.Lost)
        {
            // Step 6
            LogReplyLost(customer.Tenant);
            renewal = await authority.RenewAsync(customer, spent);
        }

        switch (renewal)
        {
            case Renewal.Renewed(var successor):
                _unstored = (spent, successor);
                return null;
            case Renewal.Refused:
                return await GiveUpAsync(spent);
            case Renewal.NotNow(var failure):
                return Rest(failure);
            case Renewal.Lost(var failure):
                return Rest(failure);
            default:
                throw new InvalidOperationException("No such renewal.");
        }
    }

    // Step 4
    private async Task<Failure?> StoreAsync()
    {
        var (spent, successor) = _unstored!.Value;
        bool stored;
        try
        {
            stored = await vault.ChangeAsync(record => record?.Token.Token == spent ? record with { Token = successor } : null);
        }
        catch (Exception exception)
        {
            LogNotStored(exception.GetType().Name);
            return new Failure(ErrorCodes.ClusterUnavailable, Retryable: true);
        }

        _failures = 0;
        if (TakeUnstored() is { } waiting && !stored && vault.Record is null)
        {
            // The session was ended meanwhile, so nobody will ever use this token.
            await authority.EndAsync(vault.Tenant, waiting);
        }

        return null;
    }

    // Step 5
    private async Task<Failure?> GiveUpAsync(CustomerToken spent)
    {
        try
        {
            return await HasWinnerAsync(spent) ? null : await EndAsync(spent);
        }
        catch (Exception exception)
        {
            // Nobody can tell now whether another activation has the successor: no reason to end the session.
            LogNotSettled(exception.GetType().Name);
            return Rest(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        }
    }

    private async Task<bool> HasWinnerAsync(CustomerToken spent)
    {
        foreach (var wait in LooksForWinner)
        {
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time.Clock);
            }

            await vault.ReadAsync();
            if (vault.Record?.Token.Token != spent)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Failure?> EndAsync(CustomerToken spent)
    {
        var tenant = vault.Tenant;
        if ((await vault.RemoveAsync(record => record.Token.Token == spent)).IsDone)
        {
            metrics.Ended();
            LogEnded(tenant);
        }

        return null;
    }

    private Failure Rest(Failure failure)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(_failures++, 10));
        rest = failure.RetryAfter ?? (rest < LongestRest ? rest : LongestRest);
        _restUntil = time.Now + rest;
        return failure with { Retryable = true, RetryAfter = rest };
    }

    private TimeSpan Ahead(TokenLease lease)
    {
        var quarter = (lease.ExpiresAt - lease.IssuedAt) / 4;
        return quarter < options.RenewAhead ? quarter : options.RenewAhead;
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "A token renewal of {Tenant} got no answer and is asked once more.")]
    private partial void LogReplyLost(Contracts.Keys.TenantId tenant);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Error, Message = "A renewed token could not be stored ({Kind}); it waits in memory.")]
    private partial void LogNotStored(string kind);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Error, Message = "v6 refused to renew a session, and storage could not be asked whether it was renewed elsewhere ({Kind}); it is asked again later.")]
    private partial void LogNotSettled(string kind);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Information, Message = "Audit: v6 refused to renew a session of {Tenant}; it has ended.")]
    private partial void LogEnded(Contracts.Keys.TenantId tenant);
}
