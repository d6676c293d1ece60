using Bff.ServiceDefaults.Settings;
using Orleans.Dashboard;

namespace Bff.Silo.Operators;

/// <summary>The Orleans dashboard for operators, where a key is set.</summary>
public static class OperatorExtensions
{
    internal static ISiloBuilder AddOperatorDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddSettings<OperatorOptions>(OperatorOptions.Section);

        // The live log would show other operators' and libraries' lines to whoever has the key.
        return KeyOf(silo.Configuration) is null ? silo : silo.AddDashboard(dashboard => dashboard.HideTrace = true);
    }

    /// <summary>Maps <c>/dashboard</c>, behind the operator key; nothing without one.</summary>
    public static WebApplication MapOperatorEndpoints(this WebApplication app)
    {
        if (KeyOf(app.Configuration) is { } key)
        {
            app.MapOrleansDashboard("/dashboard").AddEndpointFilter(new OperatorGate(key).InvokeAsync);
        }

        return app;
    }

    private static string? KeyOf(IConfiguration configuration) =>
        configuration.GetSection(OperatorOptions.Section).Get<OperatorOptions>()?.Key is { Length: > 0 } key ? key : null;
}
