using Bff.ServiceDefaults.Cluster;
using Bff.Silo.Cluster;
using Bff.SystemTests.Containers;
using k8s.Models;

namespace Bff.SystemTests.Kubernetes;

/// <summary>The manifests speak the options classes' language.</summary>
public sealed class SettingsTests
{
    public static TheoryData<string> Overlays => ["small", "production"];

    [Theory, MemberData(nameof(Overlays))]
    public void Every_variable_is_a_setting_that_exists(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var variables = manifests.All<V1ConfigMap>().SelectMany(map => map.Data.Keys)
            .Concat(manifests.All<V1Secret>().SelectMany(secret => secret.StringData?.Keys ?? []))
            .Concat(manifests.Deployments.SelectMany(deployment => deployment.Spec.Template.Spec.Containers[0].Env).Select(env => env.Name));

        variables.Where(variable => !KnownSettings.Has(variable)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Ports_are_those_that_the_settings_make_the_processes_listen_at(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var silo = manifests.Settings("silo");

        PortsOf(manifests, "silo").ShouldBe([PortOf(silo["Urls"]), int.Parse(silo["Cluster__SiloPort"]), int.Parse(silo["Cluster__GatewayPort"])]);
        PortsOf(manifests, "gateway").ShouldBe([PortOf(manifests.Settings("gateway")["Urls"])]);
        int.Parse(silo["Cluster__SiloPort"]).ShouldBe(new SiloEndpointOptions().SiloPort);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Silos_and_gateways_are_of_one_cluster_in_Redis(string overlay)
    {
        var manifests = Manifests.Of(overlay);

        manifests.Settings("silo")["Cluster__Clustering"].ShouldBe(nameof(Clustering.Redis));
        manifests.Settings("gateway")["Redis__Endpoints"].ShouldBe(manifests.Settings("silo")["Redis__Endpoints"]);
    }

    private static int PortOf(string urls) => int.Parse(urls[(urls.LastIndexOf(':') + 1)..]);

    private static int[] PortsOf(Manifests manifests, string deployment) =>
        [.. manifests.Deployment(deployment).Spec.Template.Spec.Containers[0].Ports.Select(port => port.ContainerPort)];
}
