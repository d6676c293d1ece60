
namespace Bff.Sandbox.Admin;

/// <summary>Counts, violations and the last requests: what a test holds the client's story against.</summary>
internal static class CounterEndpoints
{
    public static void MapCounters(this RouteGroupBuilder admin, SandboxWorld world)
    {
        admin.MapGet("/counters", (string? tenant) => world.Counters.For(tenant).ToDictionary(
            entry => entry.Key,
            entry => new { entry.Value.Calls, entry.Value.Commits, entry.Value.MaxConcurrent, entry.Value.Bytes }));
        admin.MapPost("/reset", () =>
        {
            world.Reset();
            return Results.Ok(new { reset = true });
        });
        admin.MapGet("/violations", () => world.Violations.Counts.Select(v => new { v.Key.Kind, v.Key.Subject, Count = v.Value }));
        admin.MapDelete("/violations", () =>
        {
            world.Violations.Clear();
            return Results.Ok(new { cleared = true });
        });
        admin.MapGet("/requests", () => world.Requests.Recent());
    }
}
