using Bff.Sandbox.Faults;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Admin;

/// <summary>The fault script: <c>PUT</c> a JSON list of rules (it replaces the one before), <c>GET</c> it, <c>DELETE</c> it.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this RouteGroupBuilder admin, SandboxWorld world)
    {
        admin.MapGet("/faults", () => Results.Json(world.Faults.Rules, AdminJson.Options));
        admin.MapPut("/faults", async (HttpRequest request) =>
        {
            var (rules, failure) = await AdminJson.ReadAsync<List<FaultRule>>(request);
            failure ??= rules!.Select(Failure).FirstOrDefault(f => f is not null);
            if (failure is not null)
            {
                return AdminJson.Refuse(failure);
            }

            world.Faults.Set(rules!);
            return Results.Json(world.Faults.Rules, AdminJson.Options);
        });
        admin.MapDelete("/faults", () =>
        {
            world.Faults.Clear();
            return Results.Ok(new { cleared = true });
        });
    }

    private static string? Failure(FaultRule rule) =>
        rule.OperationId == "*" || OperationTable.All.Any(o => o.Id == rule.OperationId)
            ? rule.Failure()
            : $"unknown operationId '{rule.OperationId}'";
}
