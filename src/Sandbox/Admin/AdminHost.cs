using Bff.Sandbox.Page;

namespace Bff.Sandbox.Admin;

/// <summary>The server of the admin endpoints.</summary>
internal static class AdminHost
{
    public static WebApplication Build(SandboxWorld world)
    {
        var builder = SandboxHost.CreateBuilder(world.Options, world.Options.AdminUrl);
        var app = builder.Build();
        app.MapGet("/", context => StatusPage.WriteAsync(context, world));
        var admin = app.MapGroup("/admin");
        admin.MapCounters(world);
        admin.MapFaults(world);
        admin.MapQuirks(world);
        admin.MapState(world);
        admin.MapClock(world);
        admin.MapAuth(world);
        return app;
    }
}
