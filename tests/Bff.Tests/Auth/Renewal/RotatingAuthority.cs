using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth;
using Bff.Grains.Auth.Storage;

namespace Bff.Tests.Auth.Renewal;

/// <summary>v6 as a session sees it: one token counts, a renewal kills it. What goes wrong with the next calls is scripted.</summary>
internal sealed class RotatingAuthority(TimeProvider time) : ICustomerAuthority
{
    private readonly Queue<Fault> _faults = new();
    private int _issued;

    public enum Fault
    {
        /// <summary>A server error: nothing was done.</summary>
        Unavailable,

        /// <summary>Too many calls.</summary>
        Busy,

        /// <summary>The connection broke before anything was done.</summary>
        LostBefore,

        /// <summary>The connection broke after the token was renewed.</summary>
        LostAfter,
    }

    public TimeSpan Life { get; init; } = TimeSpan.FromHours(1);

    public CustomerToken Live { get; private set; }

    public int Calls { get; private set; }

    /// <summary>Renewals asked of a token that no longer counted.</summary>
    public int Refusals { get; private set; }

    public List<CustomerToken> Ended { get; } = [];

    /// <summary>Holds renewals until it is set.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public void Script(params Fault[] faults) => Array.ForEach(faults, _faults.Enqueue);

    public void ForgetFaults() => _faults.Clear();

    public TokenLease Issue()
    {
        var now = time.GetUtcNow();
        Live = CustomerToken.Parse($"token-{++_issued}");
        return new TokenLease(Live, now, now + Life);
    }

    public void RevokeAll() => Live = default;

    public async Task<Grains.Auth.Renewal> RenewAsync(CustomerKey customer, CustomerToken token)
    {
        Calls++;
        await (Hold?.Task ?? Task.CompletedTask);
        await Task.Yield();
        var fault = _faults.TryDequeue(out var next) ? next : (Fault?)null;
        var unavailable = new Failure(ErrorCodes.UpstreamUnavailable, Retryable: true);
        if (fault is Fault.Unavailable or Fault.Busy)
        {
            return new Grains.Auth.Renewal.NotNow(fault is Fault.Busy ? unavailable with { RetryAfter = TimeSpan.FromSeconds(7) } : unavailable);
        }

        if (fault is Fault.LostBefore)
        {
            return new Grains.Auth.Renewal.Lost(unavailable);
        }

        if (token != Live)
        {
            Refusals++;
            return new Grains.Auth.Renewal.Refused();
        }

        var successor = Issue();
        return fault is Fault.LostAfter ? new Grains.Auth.Renewal.Lost(unavailable) : new Grains.Auth.Renewal.Renewed(successor);
    }

    public Task<TokenCheck> CheckAsync(TenantId tenant, CustomerToken token) => Task.FromResult(new TokenCheck(null, null, null, null));

    public Task EndAsync(TenantId tenant, CustomerToken token)
    {
        Ended.Add(token);
        return Task.CompletedTask;
    }
}
