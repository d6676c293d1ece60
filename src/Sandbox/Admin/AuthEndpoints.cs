using Bff.Sandbox.Auth;

namespace Bff.Sandbox.Admin;

/// <summary>What a test needs to act as a customer: the code that was sent, and the end of all tokens of a member.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this RouteGroupBuilder admin, SandboxWorld world)
    {
        admin.MapGet("/otp", (string? tenant, string? to) =>
        {
            if (world.Tenants.Find(tenant) is not { } found)
            {
                return AdminJson.Refuse("unknown tenant");
            }

            lock (found.Gate)
            {
                var code = found.Part(OtpBook.Create).Peek(to ?? "");
                return code is null ? Results.NotFound(new { error = "no code was sent there" }) : Results.Ok(new { code });
            }
        });
        admin.MapPost("/revoke", async (HttpRequest request) =>
        {
            var (body, failure) = await AdminJson.ReadAsync<RevokeRequest>(request);
            if (body is null)
            {
                return AdminJson.Refuse(failure!);
            }

            world.Tokens.RevokeAll(body.Tenant, body.MemberUuid);
            return Results.Ok(new { revoked = true });
        });
    }

    private sealed record RevokeRequest(string Tenant, string MemberUuid);
}
