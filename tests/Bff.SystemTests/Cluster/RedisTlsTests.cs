using Bff.ServiceDefaults.Redis;
using Bff.SystemTests.Harness;
using StackExchange.Redis;

namespace Bff.SystemTests.Cluster;

public sealed class RedisTlsTests
{
    private const string Password = "a-password-of-a-drill";

    [Fact]
    public async Task Silo_and_gateway_meet_through_a_Redis_with_TLS_and_password_and_log_no_password()
    {
        var folder = TestOutput.Folder("redis-tls");
        var (authority, certificate, key) = Certificates.Create(folder);
        var port = Ports.Free();
        await using var redis = ServerProcess.Start("redis-server", Path.Combine(folder, "redis.log"),
        [
            "--bind", "127.0.0.1", "--port", "0", "--tls-port", $"{port}", "--tls-cert-file", certificate, "--tls-key-file", key,
            "--tls-ca-cert-file", authority, "--tls-auth-clients", "no", "--requirepass", Password, "--dir", folder,
        ], folder);
        Dictionary<string, string> secured = new()
        {
            ["Redis:Endpoints"] = $"localhost:{port}",
            ["Redis:Tls"] = "true",
            ["Redis:CaCertificateFile"] = authority,
            ["Redis:Password"] = Password,
        };

        await using var fleet = await Fleet.StartAsync("redis-tls-fleet", new() { Silos = 1, Silo = secured, Gateway = secured });

        await Eventually.BecomesAsync(
            async () => (await Storefront.ReadAsync(fleet.Gateways[0].Http, "salon-hk")).Verdict is Verdict.Done, TimeSpan.FromSeconds(60), "a read is answered");
        (await fleet.MembershipRowsAsync()).ShouldBe(0, "The fleet's own Redis is not the one that was asked for.");
        fleet.Silos.Concat(fleet.Gateways).ShouldAllBe(host => !host.Process.Output.Contains(Password));

        // Callers are counted there as well. What is counted is forgotten in a second.
        var options = new RedisOptions { Endpoints = $"localhost:{port}", Tls = true, CaCertificateFile = authority, Password = Password };
        await using var looking = await ConnectionMultiplexer.ConnectAsync(options.ToConfiguration());
        await Eventually.BecomesAsync(
            async () =>
            {
                await Storefront.ReadAsync(fleet.Gateways[0].Http, "salon-hk");
                return await looking.GetServers()[0].KeysAsync(pattern: "bff:rate:*").AnyAsync();
            },
            TimeSpan.FromSeconds(60),
            "the caller is counted");
    }
}
