using System.Collections.Immutable;
using Bff.Contracts.Auth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ICustomerSessionsGrain"/>
[GrainType("customer-sessions")]
internal sealed partial class CustomerSessionsGrain(
    [PersistentState("customer-sessions", SessionStorage.Name)] IPersistentState<CustomerSessionsState> state,
    IOptions<SessionOptions> options,
    ILogger<CustomerSessionsGrain> logger) : Grain, ICustomerSessionsGrain, ICustomerSessionIndex
{
    private const int Attempts = 5;

    private CustomerKey Key => CustomerKey.Parse(this.GetPrimaryKeyString());

    public async Task<ImmutableArray<SessionDetails>> GetAsync()
    {
        var details = await Task.WhenAll(state.State.Sessions.Select(DetailsAsync));
        return [.. details.OfType<SessionDetails>().OrderByDescending(session => session.CreatedAt)];
    }

    public async Task OpenAsync(NewSession session)
    {
        // Known before it is there, and until it is gone: a session that is in no list could not be ended.
        var (opened, replaced) = (session.Seat.Session.Value, session.Seat.Replaces?.Value);
        await WriteAsync(known => [opened, .. known.Where(key => key != opened)]);
        var leaving = await SurplusAsync([.. state.State.Sessions.Where(key => key != replaced)]);
        leaving = replaced is not null && state.State.Sessions.Contains(replaced) ? [replaced, .. leaving] : leaving;
        await Task.WhenAll(leaving.Select(EndOneAsync));
        await GrainFactory.GetGrain<ISessionTokenGrain>(opened).OpenAsync(session);
        await WriteAsync(known => [.. known.Except(leaving)]);
        await CustomerScope.DropAsync(GrainFactory, Key);
    }

    public async Task<int> EndAsync(EndSessions request)
    {
        var own = request.Own?.Value;
        var ending = request.Scope switch
        {
            SessionScope.This => own is null ? [] : [own],
            SessionScope.Others => state.State.Sessions.Where(key => key != own).ToArray(),
            _ => state.State.Sessions.ToArray(),
        };
        var ended = (await Task.WhenAll(ending.Select(EndOneAsync))).Count(wasOpen => wasOpen);
        await WriteAsync(known => [.. known.Except(ending)]);
        await CustomerScope.DropAsync(GrainFactory, Key);
        LogEnded(Key.Tenant.Value, request.Scope, request.ByOperator, ended);
        return ended;
    }

    // The eldest, when there are too many. Those that have ended by themselves go first: they must not push out one that is in use.
    private async Task<string[]> SurplusAsync(string[] known)
    {
        if (known.Length <= options.Value.PerCustomer)
        {
            return [];
        }

        // The first is about to be opened.
        var alive = await Task.WhenAll(known.Select(async (key, place) => place == 0 || await DetailsAsync(key) is not null));
        var kept = known.Where((_, place) => alive[place]).Take(options.Value.PerCustomer);
        return [.. known.Except(kept)];
    }

    private Task<SessionDetails?> DetailsAsync(string key) => GrainFactory.GetGrain<ISessionGrain>(key).GetDetailsAsync(Key.Tenant);

    private Task<bool> EndOneAsync(string key) => GrainFactory.GetGrain<ISessionTokenGrain>(key).EndAsync();

    private async Task WriteAsync(Func<IReadOnlyList<string>, List<string>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = state.State;
            var sessions = change(before.Sessions);
            if (attempt == 1 && sessions.SequenceEqual(before.Sessions))
            {
                return;
            }

            state.State = new CustomerSessionsState { Sessions = sessions };
            try
            {
                await state.WriteStateAsync();
                return;
            }
            catch (InconsistentStateException) when (attempt < Attempts)
            {
                // Another activation has written, or storage was emptied. What is known here is kept: it may live on in memory.
                await state.ReadStateAsync();
                state.State = new CustomerSessionsState { Sessions = [.. state.State.Sessions.Union(before.Sessions)] };
            }
            catch
            {
                state.State = before;
                throw;
            }
        }
    }

    [LoggerMessage(EventId = 2202, Level = LogLevel.Information, Message = "Audit: sessions of a customer of {Tenant} ended: scope {Scope}, by operator {ByOperator}, {Ended} ended.")]
    private partial void LogEnded(string tenant, SessionScope scope, bool byOperator, int ended);
}

/// <summary>Keys of a customer's sessions, newest first. Some may have ended by themselves.</summary>
[GenerateSerializer, Alias("bff.customer-sessions-state")]
internal sealed class CustomerSessionsState
{
    [Id(0)]
    public List<string> Sessions { get; set; } = [];
}
