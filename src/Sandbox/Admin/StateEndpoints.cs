using System.Text.Json.Nodes;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Bookings;
using Bff.Sandbox.Membership;
using Bff.Sandbox.Surveys;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Admin;

/// <summary><c>GET /admin/state/{part}?tenant=</c>: what has been committed, as plain JSON lists.</summary>
internal static class StateEndpoints
{
    private static readonly Dictionary<string, Func<Tenant, IEnumerable<JsonNode>>> Parts = new(StringComparer.Ordinal)
    {
        ["bookings"] = BookingState.Describe,
        ["members"] = MemberState.Describe,
        ["claims"] = GiftState.Claims,
        ["gifts"] = GiftState.Offers,
        ["surveys"] = SurveyState.DescribeSurveys,
        ["invitations"] = SurveyState.DescribeInvitations,
    };

    public static void MapState(this RouteGroupBuilder admin, SandboxWorld world) =>
        admin.MapGet("/state/{part}", (string part, string? tenant) =>
        {
            if (!Parts.TryGetValue(part, out var describe))
            {
                return Results.NotFound(new { error = $"parts: {string.Join(", ", Parts.Keys)}" });
            }

            if (world.Tenants.Find(tenant) is not { } found)
            {
                return AdminJson.Refuse("unknown tenant");
            }

            lock (found.Gate)
            {
                return Results.Json(new JsonArray([.. describe(found)]));
            }
        });
}
