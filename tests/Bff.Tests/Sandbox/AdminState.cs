using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox;

/// <summary>What has been committed, read over the admin endpoint.</summary>
internal static class AdminState
{
    public static async Task<JsonArray> StateAsync(this SandboxFixture sandbox, string part, string tenant)
    {
        using var admin = sandbox.Admin();
        return (await admin.GetFromJsonAsync<JsonArray>($"/admin/state/{part}?tenant={tenant}"))!;
    }
}
