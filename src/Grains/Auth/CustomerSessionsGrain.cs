using System.Collections.Immutable;
using Bff.Contracts.Auth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ICustomerSessionsGrain"/>
[GrainType("customer-sessions")]
internal sealed partial class CustomerSessionsGrain(
    [PersistentState("customer-sessions", SessionStorage.Name)] IPersistentState<CustomerSessionsState> state,
    IOptions<SessionOptions> options,
    ILogger<CustomerSessionsGrain> logger) : Grain, ICustomerSessionsGrain, ICustomerSessionIndex
{
    private CustomerKey Key => CustomerKey.Parse(this.GetPrimaryKeyString());

    public async Task<ImmutableArray<SessionDetails>> GetAsync()
    {
        var tenant = Key.Tenant;
        var details = await Task.WhenAll(state.State.Sessions.Select(key => GrainFactory.GetGrain<ISessionGrain>(key).GetDetailsAsync(tenant)));
        return [.. details.OfType<SessionDetails>().OrderByDescending(session => session.CreatedAt)];
    }

    public async Task OpenAsync(NewSession session)
    {
        // Known before it is there: a session that is in no list could not be ended.
        var known = state.State.Sessions.Prepend(session.Seat.Session.Value).Distinct().ToList();
        var surplus = known.Skip(options.Value.PerCustomer).ToArray();
        await WriteAsync([.. known.Take(options.Value.PerCustomer)]);
        await Task.WhenAll(surplus.Select(EndOneAsync));
        await GrainFactory.GetGrain<ISessionTokenGrain>(session.Seat.Session.Value).OpenAsync(session);
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
        await WriteAsync([.. state.State.Sessions.Except(ending)]);
        await CustomerScope.DropAsync(GrainFactory, Key);
        LogEnded(Key.Tenant.Value, request.Scope, request.ByOperator, ended);
        return ended;
    }

    private Task<bool> EndOneAsync(string key) => GrainFactory.GetGrain<ISessionTokenGrain>(key).EndAsync();

    private async Task WriteAsync(List<string> sessions)
    {
        var before = state.State;
        if (sessions.SequenceEqual(before.Sessions))
        {
            return;
        }

        state.State = new CustomerSessionsState { Sessions = sessions };
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
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
