using Bff.Contracts.Cluster;
using Bff.Upstream;
using Bff.Upstream.Governing;

namespace Bff.Grains.Cluster;

/// <summary>
/// Storage fences: of two activations the later one's write makes the earlier one fail, which then ends, and neither grants beyond what
/// it has written. A row is written when a silo gets more than ever, and about every second lease's time while the tenant is in use, never for
/// each lease. One that ends in order writes down what is true then.
/// </summary>
[GrainType("tenant-governor"), CollectionAgeLimit(Minutes = 3)]
internal sealed class TenantGovernorGrain : Grain, ITenantGovernorGrain
{
    /// <summary>Name of the grain storage, whose rows may be forgotten when no lease can be left.</summary>
    public const string StorageName = "tenant-leases";

    // Room for what a call does after its time has run out.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly IPersistentState<StoredLeases> stored;
    private readonly LeaseBook leases;
    private readonly BreakerBook breakers;
    private readonly TimeSpan ahead;
    private readonly int permits;

    public TenantGovernorGrain(
        [PersistentState("leases", StorageName)] IPersistentState<StoredLeases> stored,
        UpstreamOptions upstream,
        GovernorOptions options,
        TimeProvider time)
    {
        var longest = upstream.ReadBudget > upstream.WriteBudget ? upstream.ReadBudget : upstream.WriteBudget;
        (this.stored, permits, ahead) = (stored, upstream.CallsPerTenant, options.LeaseFor * 2);
        leases = new LeaseBook(permits, options.LeaseFor + longest + Margin, time);
        breakers = new BreakerBook(options.BreakFor, longest + Margin, time);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        leases.Inherit(stored.State.Shares, stored.State.Most, stored.State.Until);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (!stored.RecordExists || leases.EndsAt == default)
        {
            return;
        }

        try
        {
            await WriteAsync(leases.EndsAt);
        }
        catch (Exception)
        {
            // What is stored says more than is leased, never less.
        }
    }

    public async Task<TenantGrant> LeaseAsync(TenantDemand demand)
    {
        var granted = leases.Grant(demand);
        await WriteAheadAsync();
        return new TenantGrant(granted, breakers.Broken);
    }

    public Task TripAsync(string operation)
    {
        breakers.Trip(operation);
        return Task.CompletedTask;
    }

    public Task<ProbeVerdict> AskProbeAsync(string operation) => Task.FromResult(breakers.Ask(operation));

    public Task EndProbeAsync(string operation, bool? worked)
    {
        breakers.End(operation, worked);
        return Task.CompletedTask;
    }

    private async Task WriteAheadAsync()
    {
        if (leases.IsWithin(stored.State))
        {
            return;
        }

        try
        {
            await WriteAsync(leases.EndsAt + ahead);
        }
        catch
        {
            // It may have been written all the same, or another activation lives. The next one reads what is true.
            DeactivateOnIdle();
            throw;
        }
    }

    private Task WriteAsync(DateTimeOffset until)
    {
        (stored.State.Shares, stored.State.Most, stored.State.Until) = (leases.Shares, Math.Min(permits, leases.Total), until);
        return stored.WriteStateAsync();
    }
}
