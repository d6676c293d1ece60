using System.Diagnostics.Metrics;
using Bff.Contracts.Keys;
using Bff.Gateway.Auth;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.RealTime;

/// <summary>Counts open connections, altogether, for each address and for each tenant, and says when there are enough.</summary>
internal sealed class ConnectionSeats
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, int> tenants = [];
    private readonly Dictionary<string, int> addresses = [];
    private readonly RealTimeOptions options;
    private int all;

    public ConnectionSeats(IOptions<RealTimeOptions> options, IMeterFactory meters)
    {
        this.options = options.Value;
        meters.Create("Bff.RealTime").CreateObservableUpDownCounter(
            "bff.realtime.connections", () => all, "{connection}", "Connections that stay open: WebSockets and event streams.");
    }

    /// <summary>A place for a connection; null when all are taken, or all that the caller may have. To be disposed when the connection has gone.</summary>
    public Seat? Take(HttpContext http)
    {
        var address = ClientAddress.Of(http) ?? "";
        lock (gate)
        {
            var taken = addresses.GetValueOrDefault(address);
            if (all >= options.MaxConnections || taken >= options.MaxConnectionsPerAddress)
            {
                return null;
            }

            all++;
            addresses[address] = taken + 1;
            return new Seat(this, address);
        }
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

    private void Leave(string address, TenantId? tenant)
    {
        lock (gate)
        {
            all--;
            if (--addresses[address] == 0)
            {
                addresses.Remove(address);
            }

            if (tenant is { } known && --tenants[known] == 0)
            {
                tenants.Remove(known);
            }
        }
    }

    /// <summary>One connection's place.</summary>
    internal sealed class Seat(ConnectionSeats seats, string address) : IDisposable
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

        public void Dispose() => seats.Leave(address, tenant);
    }
}
