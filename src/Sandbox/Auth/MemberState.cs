using System.Text.Json.Nodes;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Auth;

/// <summary>Members as the admin shows them: contacts included, so that a test can sign in as one of the sample members.</summary>
internal static class MemberState
{
    public static IEnumerable<JsonNode> Describe(Tenant tenant) =>
        tenant.Part(MemberBook.Create).All.Select(m => new JsonObject
        {
            ["uuid"] = m.Uuid,
            ["name"] = m.Name,
            ["lastName"] = m.LastName,
            ["phone"] = m.Phone,
            ["email"] = m.Email,
            ["tierId"] = m.TierId,
            ["points"] = m.Points,
            ["stamps"] = m.Stamps,
        });
}
