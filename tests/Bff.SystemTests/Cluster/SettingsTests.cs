using Bff.ServiceDefaults.Redis;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Cluster;

public sealed class SettingsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_silo_with_wrong_settings_names_them_all_and_does_not_start()
    {
        var output = await RefusalOfAsync("Silo",
        [
            "--Cluster:Clustering", "Redis", "--Redis:Endpoints", "no-port", "--Redis:Password", "replace-me", "--Redis:CaCertificateFile", "/nowhere.pem",
            "--Cluster:AdvertisedAddress", "here", "--Cluster:Membership:ProbeTimeoutSeconds", "0", "--Shutdown:DrainSeconds", "0", "--Operator:Key", "short-secret",
        ]);

        string[] named =
        [
            "Redis:Endpoints (variable Redis__Endpoints)", "Redis:Password", "Redis:Tls", "Redis:CaCertificateFile", "Cluster:AdvertisedAddress",
            "Cluster:Membership:ProbeTimeoutSeconds", "Shutdown:DrainSeconds", "Operator:Key", "Auth:Keys",
        ];
        named.Where(setting => !output.Contains(setting)).ShouldBeEmpty(output);
        output.ShouldNotContain("short-secret");
    }

    [Fact]
    public async Task A_gateway_with_wrong_settings_names_them_all_and_does_not_start()
    {
        var output = await RefusalOfAsync("Gateway",
        [
            "--Cluster:Clustering", "Redis", "--Redis:Endpoints", "", "--Cluster:ServiceId", "", "--Cluster:ReadRetry:PauseMs", "1", "--Shutdown:NotReadySeconds", "-1",
            "--Gateway:Cursors:Secret", "replace-me", "--Management:Port", "5090", "--Gateway:Limits:MaxTokens", "0",
        ]);

        new[]
            {
                "Redis:Endpoints", "Cluster:ServiceId", "Cluster:ReadRetry:PauseMs", "Shutdown:NotReadySeconds", "Gateway:Cursors:Secret",
                "Gateway:Fences:Secret (variable Gateway__Fences__Secret)", "Management:Port",
                "Gateway:Limits:MaxTokens (variable Gateway__Limits__MaxTokens)",
            }
            .Where(setting => !output.Contains(setting)).ShouldBeEmpty(output);
    }

    [Fact]
    public void Redis_settings_show_no_password()
    {
        var options = new RedisOptions { Endpoints = "one:6379,two:6380", Password = "the-secret", Tls = true };

        $"{options}".ShouldBe("one:6379,two:6380, database 0, TLS on, user default, password ***");
        options.ToConfiguration().ToString(includePassword: false).ShouldNotContain("the-secret");
        options.ToConfiguration().SslHost.ShouldBe("one");
        options.ToConfiguration().EndPoints.Count.ShouldBe(2);
    }

    private static async Task<string> RefusalOfAsync(string project, string[] arguments)
    {
        var log = Path.Combine(TestOutput.Folder($"settings-{project}"), $"{project}.log");
        await using var process = ServerProcess.StartProgram(TestOutput.Program(project), log, [.. arguments, "--urls", $"http://127.0.0.1:{Ports.Free()}"]);
        await Eventually.BecomesAsync(() => Task.FromResult(process.HasExited), Patience, $"{project} ends", () => process.Output);
        process.ExitCode.ShouldNotBe(0);
        return process.Output;
    }
}
