using System.Net;
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

        PortsOf(manifests, "silo").ShouldBe([.. UrlPorts.Of(silo["Urls"]), int.Parse(silo["Cluster__SiloPort"]), int.Parse(silo["Cluster__GatewayPort"])]);
        PortsOf(manifests, "gateway").ShouldBe(UrlPorts.Of(manifests.Settings("gateway")["Urls"]));
        int.Parse(silo["Cluster__SiloPort"]).ShouldBe(new SiloEndpointOptions().SiloPort);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Silos_and_gateways_are_of_one_cluster_in_Redis(string overlay)
    {
        var manifests = Manifests.Of(overlay);

        manifests.Settings("silo")["Cluster__Clustering"].ShouldBe(nameof(Clustering.Redis));
        manifests.Settings("gateway")["Redis__Endpoints"].ShouldBe(manifests.Settings("silo")["Redis__Endpoints"]);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Gateways_tell_the_customers_behind_the_ingress_apart(string overlay)
    {
        var gateway = Manifests.Of(overlay).Settings("gateway");

        IPNetwork.Parse(gateway["Gateway__Proxies__Networks__0"]).PrefixLength.ShouldBeGreaterThan(0);
        int.Parse(gateway["Gateway__Proxies__Hops"]).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Every_secret_that_a_host_needs_reaches_it(string overlay)
    {
        foreach (var (host, secrets) in Secrets)
        {
            // Whose values a secret manager fills in has the names of the overlay that holds them.
            var given = Manifests.Of(overlay).Deployment(host).Spec.Template.Spec.Containers[0].EnvFrom.Select(from => from.SecretRef?.Name).OfType<string>();
            var names = Manifests.Of("small").All<V1Secret>().Where(secret => given.Contains(secret.Name())).SelectMany(secret => secret.StringData.Keys);

            secrets.ShouldBeSubsetOf(names.Select(name => name.Replace("__", ":")), host);
            Manifests.Of(overlay).All<V1Secret>().Select(secret => secret.Name()).ShouldBe(Manifests.Of("small").All<V1Secret>().Select(secret => secret.Name()), ignoreOrder: true);
        }
    }

    [Fact]
    public void No_setting_is_a_secret_that_the_manifests_do_not_know_of() =>
        KnownSettings.Secrets.ShouldBe(Secrets.SelectMany(host => host.Value).Select(name => name.Replace(":k1", ":")).Distinct().Append("Gateway:Webhook:Secret"), ignoreOrder: true);

    // Beside them only Gateway:Webhook:Secret, without which there is no such endpoint.
    private static readonly Dictionary<string, string[]> Secrets = new()
    {
        ["silo"] = ["Redis:Password", "Operator:Key", "Auth:Keys:Ring:k1"],
        ["gateway"] = ["Redis:Password", "Operator:Key", "Gateway:Cursors:Secret", "Gateway:Fences:Secret"],
    };

    private static int[] PortsOf(Manifests manifests, string deployment) =>
        [.. manifests.Deployment(deployment).Spec.Template.Spec.Containers[0].Ports.Select(port => port.ContainerPort)];
}
