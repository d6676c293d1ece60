using System.Diagnostics.Metrics;
using Bff.Contracts.Keys;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

/// <summary>Counts open connections, altogether and for each tenant, and says when there are enough.</summary>
internal sealed class ConnectionSeats
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, int> tenants = [];
    private readonly RealTimeOptions options;
    private int all;

    public ConnectionSeats(IOptions<RealTimeOptions> options, IMeterFactory meters)
    {
        this.options = options.Value;
        meters.Create("Bff.RealTime").CreateObservableUpDownCounter(
            "bff.realtime.connections", () => all, "{connection}", "Connections that stay open: WebSockets and event streams.");
    }

    /// <summary>A place for a connection; null when all are taken. To be disposed when the connection has gone.</summary>
    public Seat? Take()
    {
        lock (gate)
        {
            return all < options.MaxConnections ? Sit() : null;
        }
    }

    private Seat Sit()
    {
        all++;
        return new Seat(this);
    }

    private bool TryTake(TenantId tenant)
    {
        lock (gate)
        {
            var taken = tenants.GetValueOrDefault(tenant);
            if (taken >= options.MaxConnectionsPerTenant)
            {
                return false;
            }

            tenants[tenant] = taken + 1;
            return true;
        }
    }

    private void Leave(TenantId? tenant)
    {
        lock (gate)
        {
            all--;
            if (tenant is { } known && --tenants[known] == 0)
            {
                tenants.Remove(known);
            }
        }
    }

    /// <summary>One connection's place.</summary>
    internal sealed class Seat(ConnectionSeats seats) : IDisposable
    {
        private TenantId? tenant;

        /// <summary>The connection turns out to be that tenant's; false when the tenant has enough.</summary>
        public bool TryMoveTo(TenantId? known)
        {
            if (known is not { } wanted)
            {
                return true;
            }

            var isTaken = seats.TryTake(wanted);
            tenant = isTaken ? wanted : null;
            return isTaken;
        }

        public void Dispose() => seats.Leave(tenant);
    }
}
