using k8s.Models;

namespace Bff.SystemTests.Kubernetes;

/// <summary>What every overlay must hold to, whatever is edited in it.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Overlays => ["small", "production"];

    [Theory, MemberData(nameof(Overlays))]
    public void An_overlay_has_all_that_an_installation_needs(string overlay) =>
        new[]
        {
            "Deployment/silo", "Deployment/gateway", "Service/gateway", "HorizontalPodAutoscaler/silo", "HorizontalPodAutoscaler/gateway",
            "PodDisruptionBudget/silo", "PodDisruptionBudget/gateway", "NetworkPolicy/default-deny", "NetworkPolicy/silo", "NetworkPolicy/gateway",
            "ServiceAccount/bff-silo", "ServiceAccount/bff-gateway", "ConfigMap/bff-cluster", "Secret/bff-redis", "Secret/bff-keys", "Secret/bff-seals",
            "Secret/bff-operator", "Namespace/bff",
        }.Except(Manifests.Of(overlay).Names).ShouldBeEmpty();

    [Theory, MemberData(nameof(Overlays))]
    public void Every_container_runs_with_the_least_rights(string overlay)
    {
        foreach (var (name, pod) in Manifests.Of(overlay).Pods)
        {
            pod.Spec.SecurityContext.RunAsNonRoot.ShouldBe(true, name);
            pod.Spec.SecurityContext.SeccompProfile.Type.ShouldBe("RuntimeDefault", name);
            pod.Spec.AutomountServiceAccountToken.ShouldBe(false, name);
            pod.Spec.Containers.ShouldAllBe(container => HasLeastRights(container.SecurityContext), name);
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Every_container_asks_for_what_it_needs_and_is_bounded_in_memory(string overlay) =>
        Manifests.Of(overlay).Pods.SelectMany(workload => workload.Pod.Spec.Containers).ShouldAllBe(container =>
            container.Resources.Requests.ContainsKey("cpu") && container.Resources.Requests.ContainsKey("memory") && container.Resources.Limits.ContainsKey("memory"));

    [Theory, MemberData(nameof(Overlays))]
    public void Every_container_has_the_three_probes_at_a_port_that_it_names(string overlay)
    {
        foreach (var container in Manifests.Of(overlay).Pods.SelectMany(workload => workload.Pod.Spec.Containers))
        {
            var ports = container.Ports.Select(port => port.Name).ToArray();
            V1Probe?[] probes = [container.StartupProbe, container.ReadinessProbe, container.LivenessProbe];

            probes.ShouldAllBe(probe => probe != null, container.Name);
            probes.Select(probe => (probe!.HttpGet?.Port ?? probe.TcpSocket.Port).Value).ShouldBeSubsetOf(ports);
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void The_grace_period_exceeds_the_time_that_shutting_down_may_take(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        foreach (var deployment in manifests.Deployments)
        {
            var settings = manifests.Settings(deployment.Name());
            var pod = deployment.Spec.Template.Spec;
            var leaving = (pod.Containers[0].Lifecycle?.PreStop?.Sleep?.Seconds ?? 0)
                + double.Parse(settings["Shutdown__NotReadySeconds"]) + double.Parse(settings["Shutdown__DrainSeconds"]);

            ((double)pod.TerminationGracePeriodSeconds!).ShouldBeGreaterThan(leaving, deployment.Name());
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_gateway_serves_until_a_load_balancer_has_seen_that_it_leaves(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var probe = manifests.Deployment("gateway").Spec.Template.Spec.Containers[0].ReadinessProbe;

        double.Parse(manifests.Settings("gateway")["Shutdown__NotReadySeconds"]).ShouldBeGreaterThan((double)(probe.PeriodSeconds! * probe.FailureThreshold!));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_rollout_never_has_fewer_pods_than_before(string overlay) =>
        Manifests.Of(overlay).Deployments.ShouldAllBe(deployment =>
            deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value == "0" && deployment.Spec.Strategy.RollingUpdate.MaxSurge.Value == "1");

    [Theory, MemberData(nameof(Overlays))]
    public void Pods_are_spread_over_nodes(string overlay) =>
        Manifests.Of(overlay).Deployments.ShouldAllBe(deployment =>
            deployment.Spec.Template.Spec.TopologySpreadConstraints.Any(spread => spread.TopologyKey == "kubernetes.io/hostname"));

    [Fact]
    public void Redis_has_room_to_write_its_file_anew_when_it_is_full()
    {
        var container = Manifests.Of("small").Pods.Single(workload => workload.Name == "redis").Pod.Spec.Containers[0];
        var data = int.Parse(container.Args[container.Args.IndexOf("--maxmemory") + 1].Replace("mb", ""));

        container.Resources.Limits["memory"].ToInt64().ShouldBeGreaterThan(((2 * data) + 64) * 1024L * 1024);
    }

    private static bool HasLeastRights(V1SecurityContext context) =>
        context.AllowPrivilegeEscalation == false && context.ReadOnlyRootFilesystem == true && context.Capabilities.Drop.SequenceEqual(["ALL"]);
}
