namespace Bff.Sandbox.Admin;

/// <summary><c>POST /admin/clock</c> with <c>{"advanceSeconds": n}</c>: moves the sandbox's own clock forward.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this RouteGroupBuilder admin, SandboxWorld world)
    {
        admin.MapGet("/clock", () => new { now = world.Clock.GetUtcNow() });
        admin.MapPost("/clock", async (HttpRequest request) =>
        {
            var (body, failure) = await AdminJson.ReadAsync<ClockRequest>(request);
            if (body is null || body.AdvanceSeconds < 0)
            {
                return AdminJson.Refuse(failure ?? "advanceSeconds must not be negative: the clock only moves forward");
            }

            world.Clock.Advance(TimeSpan.FromSeconds(body.AdvanceSeconds));
            return Results.Ok(new { now = world.Clock.GetUtcNow() });
        });
    }

    private sealed record ClockRequest(double AdvanceSeconds);
}
