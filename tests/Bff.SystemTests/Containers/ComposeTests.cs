using Bff.Sandbox;
using Bff.ServiceDefaults.Cluster;
using Bff.Silo.Cluster;
using Bff.SystemTests.Harness;
using YamlDotNet.RepresentationModel;

namespace Bff.SystemTests.Containers;

/// <summary>The compose file is checked, not run: its names, ports and variables are those of the programs.</summary>
public sealed class ComposeTests
{
    private static readonly string[] Own = ["sandbox", "silo1", "silo2", "gateway"];

    [Fact]
    public void The_compose_file_has_the_whole_installation() =>
        Compose.Names.ShouldBe([.. Own, "redis", "otel-collector", "prometheus", "grafana"], ignoreOrder: true);

    [Fact]
    public void Every_variable_is_a_setting_that_exists() =>
        Own.SelectMany(service => Compose.Environment(service).Keys).Where(variable => !KnownSettings.Has(variable)).ShouldBeEmpty();

    [Fact]
    public void Ports_are_those_of_the_options_classes()
    {
        var silo = Compose.Environment("silo1");

        int.Parse(silo["Cluster__SiloPort"]).ShouldBe(new SiloEndpointOptions().SiloPort);
        int.Parse(silo["Cluster__GatewayPort"]).ShouldBe(new SiloEndpointOptions().GatewayPort);
        new Uri(silo["Upstream__BaseAddress"]).Port.ShouldBe(new Uri(new SandboxOptions().ApiUrl).Port);
        new Uri(Compose.Environment("sandbox")["Sandbox__ApiUrl"]).Port.ShouldBe(new Uri(silo["Upstream__BaseAddress"]).Port);

        // What is published is not where metrics and operators are.
        var gateway = UrlPorts.Of(Compose.Environment("gateway")["Urls"]);
        gateway[1].ShouldBe(int.Parse(Compose.Environment("gateway")["Management__Port"]));
        Compose.List("gateway", "ports").ShouldBe([$"127.0.0.1:5000:{gateway[0]}/tcp"]);
    }

    [Fact]
    public void Addresses_name_services_of_the_file()
    {
        string[] hosts =
        [
            new Uri(Compose.Environment("silo1")["Upstream__BaseAddress"]).Host,
            new Uri(Compose.Environment("gateway")["OTEL_EXPORTER_OTLP_ENDPOINT"]).Host,
            Compose.Environment("silo2")["Redis__Endpoints"].Split(':')[0],
            Compose.Environment("gateway")["Redis__Endpoints"].Split(':')[0],
        ];

        hosts.ShouldBeSubsetOf(Compose.Names);
        Compose.Environment("silo2")["Cluster__Clustering"].ShouldBe(nameof(Clustering.Redis));
        Compose.Environment("gateway")["Cluster__Clustering"].ShouldBe(nameof(Clustering.Redis));
    }

    [Fact]
    public void Prometheus_scrapes_every_host_at_its_port()
    {
        var targets = ((YamlSequenceNode)Deployed("prometheus.yml")["scrape_configs"])
            .SelectMany(job => (YamlSequenceNode)job["static_configs"])
            .SelectMany(group => (YamlSequenceNode)group["targets"])
            .Select(target => target.ToString());

        targets.ShouldBe(new[] { "silo1", "silo2", "gateway" }.Select(host => $"{host}:{PortOf(Compose.Environment(host)["Urls"])}"), ignoreOrder: true);
    }

    [Fact]
    public void Every_mounted_file_is_there()
    {
        var mounts = Compose.Names.SelectMany(service => Compose.List(service, "volumes")).Select(mount => mount.Split(':')[0]).Where(Path.IsPathRooted).ToArray();

        mounts.Length.ShouldBe(5);
        mounts.ShouldAllBe(path => File.Exists(path) || Directory.Exists(path));
    }

    [Fact]
    public void The_collector_takes_OTLP_where_the_hosts_send_it()
    {
        var collector = Deployed("otel-collector.yaml");
        var endpoint = collector["receivers"]["otlp"]["protocols"]["grpc"]["endpoint"].ToString();

        PortOf(endpoint).ShouldBe(new Uri(Compose.Environment("silo1")["OTEL_EXPORTER_OTLP_ENDPOINT"]).Port);
        ((YamlMappingNode)collector["service"]["pipelines"]).Children.Keys.Select(key => key.ToString()).ShouldBe(["traces", "metrics", "logs"]);
    }

    private static YamlMappingNode Deployed(string file) => Compose.Read(File.ReadAllText(Path.Combine(TestOutput.Root, "deploy", file)));

    // The last one is where metrics are.
    private static int PortOf(string addresses) => UrlPorts.Of(addresses)[^1];
}
