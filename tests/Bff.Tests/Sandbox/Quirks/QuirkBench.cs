using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Quirks;

/// <summary>Switches quirks by the admin endpoint, as any test outside of the process would.</summary>
internal static class QuirkBench
{
    public static Task RowAsync(this SandboxFixture sandbox, int row, string? form = null)
    {
        var body = new JsonObject { ["rows"] = new JsonArray(row) };
        if (form is not null)
        {
            body["forms"] = new JsonObject { [$"{row}"] = form };
        }

        return sandbox.PutQuirksAsync(body);
    }

    public static Task PresetAsync(this SandboxFixture sandbox, string preset) =>
        sandbox.PutQuirksAsync(new JsonObject { ["preset"] = preset });

    private static async Task PutQuirksAsync(this SandboxFixture sandbox, JsonObject body)
    {
        using var admin = sandbox.Admin();
        using var answer = await admin.PutAsJsonAsync("/admin/quirks", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
