using Bff.Sandbox.Quirks;

namespace Bff.Sandbox.Admin;

/// <summary>
/// <c>PUT /admin/quirks</c> with <c>{"preset":"contract"|"sdk"}</c> or <c>{"rows":[2,11]}</c>; <c>forms</c> picks one of a row's
/// forms: <c>{"rows":[1],"forms":{"1":"meta"}}</c>.
/// </summary>
internal static class QuirkEndpoints
{
    public static void MapQuirks(this RouteGroupBuilder admin, SandboxWorld world)
    {
        admin.MapGet("/quirks", () => new { rows = world.Quirks.Current.On });
        admin.MapPut("/quirks", async (HttpRequest request) =>
        {
            var (body, failure) = await AdminJson.ReadAsync<QuirkRequest>(request);
            var quirks = body is null ? null : QuirkPresets.Resolve(body, out failure);
            if (quirks is null)
            {
                return AdminJson.Refuse(failure ?? "preset or rows is needed");
            }

            world.Quirks.Set(quirks);
            return Results.Ok(new { rows = quirks.On });
        });
    }
}
