using Bff.ServiceDefaults.Operators;
using Orleans.Dashboard;

namespace Bff.Silo.Operators;

/// <summary>The Orleans dashboard for operators, where a key is set.</summary>
public static class DashboardExtensions
{
    internal static ISiloBuilder AddOperatorDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddOperators();

        // The live log would show other operators' and libraries' lines to whoever has the key.
        return silo.Configuration.OperatorKey() is null ? silo : silo.AddDashboard(dashboard => dashboard.HideTrace = true);
    }

    /// <summary>Maps <c>/dashboard</c>, behind the operator key; nothing without one.</summary>
    public static WebApplication MapOperatorDashboard(this WebApplication app)
    {
        if (app.Configuration.OperatorKey() is { } key)
        {
            app.MapOrleansDashboard("/dashboard").RequireOperator(key);
        }

        return app;
    }
}
