using Bff.Contracts.Auth;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ITenantSessionsGrain"/>
[GrainType("tenant-sessions")]
internal sealed partial class TenantSessionsGrain(
    [PersistentState("tenant-sessions", SessionStorage.Name)] IPersistentState<TenantEpochState> state,
    AuthTime time,
    ILogger<TenantSessionsGrain> logger) : Grain, ITenantSessionsGrain
{
    private const int OrdersRemembered = 32;
    private const int Attempts = 5;

    private TenantEpochState? _replaced;

    // While a new epoch is being written the one before it counts: readers must not see one that a failed write takes back.
    public Task<long> GetEpochAsync() => Task.FromResult((_replaced ?? state.State).Epoch);

    public async Task<long> EndAllAsync(TenantRevocation revocation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (state.State.Orders.Contains(revocation.Id))
            {
                return state.State.Epoch;
            }

            var before = _replaced = state.State;
            state.State = new TenantEpochState { Epoch = After(before.Epoch), Orders = [revocation.Id, .. before.Orders.Take(OrdersRemembered - 1)] };
            try
            {
                await state.WriteStateAsync();
                LogEnded(this.GetPrimaryKeyString(), state.State.Epoch, revocation.Id);
                return state.State.Epoch;
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                // Another activation has written, or storage was emptied: begin with what it has now.
                state.State = before;
                await state.ReadStateAsync();
            }
            catch
            {
                state.State = before;
                throw;
            }
            finally
            {
                _replaced = null;
            }
        }
    }

    // By the clock, so that it is later than every epoch before it even when storage has lost the last one: sessions that outlived the
    // loss in memory know it still. Never the same twice, whatever the clock does.
    private long After(long epoch) => Math.Max(epoch + 1, time.Now.ToUnixTimeMilliseconds());

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
