using Bff.Contracts.Auth;
using Microsoft.Extensions.Logging;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ITenantSessionsGrain"/>
[GrainType("tenant-sessions")]
internal sealed partial class TenantSessionsGrain(
    [PersistentState("tenant-sessions", SessionStorage.Name)] IPersistentState<TenantEpochState> state,
    ILogger<TenantSessionsGrain> logger) : Grain, ITenantSessionsGrain
{
    private const int OrdersRemembered = 32;

    public Task<long> GetEpochAsync() => Task.FromResult(state.State.Epoch);

    public async Task<long> EndAllAsync(TenantRevocation revocation)
    {
        if (state.State.Orders.Contains(revocation.Id))
        {
            return state.State.Epoch;
        }

        // The state in memory changes only after storage has it: readers in between must not see an epoch that a restart takes back.
        var before = state.State;
        state.State = new TenantEpochState { Epoch = before.Epoch + 1, Orders = [revocation.Id, .. before.Orders.Take(OrdersRemembered - 1)] };
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
        }

        LogEnded(this.GetPrimaryKeyString(), state.State.Epoch, revocation.Id);
        return state.State.Epoch;
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Warning, Message = "Audit: an operator ended all sessions of {Tenant}: epoch {Epoch}, order {Order}.")]
    private partial void LogEnded(string tenant, long epoch, string order);
}

/// <summary>The epoch of a tenant, and the orders that have been carried out, newest first.</summary>
[GenerateSerializer, Alias("bff.tenant-epoch-state")]
internal sealed class TenantEpochState
{
    [Id(0)]
    public long Epoch { get; set; }

    [Id(1)]
    public List<string> Orders { get; set; } = [];
}
