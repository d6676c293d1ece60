using System.Net.Http.Json;
using System.Text.Json;

namespace Bff.SystemTests.Harness;

/// <summary>The stand-in for v6 as a process of its own; its counters say what really reached it.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly ServerProcess process;
    private readonly HttpClient admin;

    private Sandbox(ServerProcess process, Uri address, Uri adminAddress)
    {
        this.process = process;
        Address = address;
        admin = new() { BaseAddress = adminAddress, Timeout = TimeSpan.FromSeconds(10) };
    }

    public Uri Address { get; }

    public static async Task<Sandbox> StartAsync(string folder)
    {
        var (address, adminAddress) = (new Uri($"http://127.0.0.1:{Ports.Free()}"), new Uri($"http://127.0.0.1:{Ports.Free()}"));
        var process = ServerProcess.StartProgram(TestOutput.Program("Sandbox"), Path.Combine(folder, "sandbox.log"),
        [
            "--Sandbox:ApiUrl", $"{address}", "--Sandbox:AdminUrl", $"{adminAddress}", "--Sandbox:AdminEnabled", "true",
        ]);
        var sandbox = new Sandbox(process, address, adminAddress);
        await Eventually.BecomesAsync(sandbox.AnswersAsync, TimeSpan.FromSeconds(60), "the sandbox answers", () => process.Output);
        return sandbox;
    }

    /// <summary>One of an operation's counters: <c>calls</c>, <c>commits</c>, <c>maxConcurrent</c> or <c>bytes</c>.</summary>
    public async Task<long> CountAsync(string operation, string counter = "calls")
    {
        var counters = await admin.GetFromJsonAsync<JsonElement>("/admin/counters");
        return counters.TryGetProperty(operation, out var row) ? row.GetProperty(counter).GetInt64() : 0;
    }

    /// <summary>All that v6 was asked so far.</summary>
    public async Task<long> AllCallsAsync() =>
        (await admin.GetFromJsonAsync<JsonElement>("/admin/counters")).EnumerateObject().Sum(row => row.Value.GetProperty("calls").GetInt64());

    /// <summary>The one-time code that v6 sent there last.</summary>
    public async Task<string> CodeAsync(string tenant, string to) =>
        (await admin.GetFromJsonAsync<JsonElement>($"/admin/otp?tenant={tenant}&to={Uri.EscapeDataString(to)}")).GetProperty("code").GetString()!;

    /// <summary>Scripts what goes wrong from now on; nothing else does.</summary>
    public async Task FailAsync(params object[] rules) => (await admin.PutAsJsonAsync("/admin/faults", rules)).EnsureSuccessStatusCode();

    /// <summary>Nothing goes wrong any more.</summary>
    public async Task RecoverAsync() => (await admin.DeleteAsync("/admin/faults")).EnsureSuccessStatusCode();

    /// <summary>v6 is gone.</summary>
    public Task KillAsync() => process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await process.DisposeAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await admin.GetAsync("/admin/counters");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
