using k8s.Models;

namespace Bff.SystemTests.Kubernetes;

/// <summary>What points at something points at something that is there.</summary>
public sealed class SelectorTests
{
    public static TheoryData<string> Overlays => ["small", "production"];

    [Theory, MemberData(nameof(Overlays))]
    public void Every_selector_finds_pods(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var selectors = manifests.All<V1Service>().Select(service => (service.Name(), service.Spec.Selector))
            .Concat(manifests.All<V1PodDisruptionBudget>().Select(budget => (budget.Name(), budget.Spec.Selector.MatchLabels)))
            .Concat(manifests.Deployments.Select(deployment => (deployment.Name(), deployment.Spec.Selector.MatchLabels)));

        selectors.Where(selector => !manifests.Pods.Any(workload => Selects(selector.Item2, workload.Pod))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Every_network_policy_and_each_peer_in_it_finds_pods(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var policies = manifests.All<V1NetworkPolicy>().ToArray();
        var selectors = policies.Select(policy => (policy.Name(), policy.Spec.PodSelector))
            .Concat(policies.SelectMany(policy => (policy.Spec.Ingress ?? []).SelectMany(rule => rule.FromProperty).Select(peer => (policy.Name(), peer.PodSelector))))
            .Concat(policies.SelectMany(policy => (policy.Spec.Egress ?? []).SelectMany(rule => rule.To ?? []).Select(peer => (policy.Name(), peer.PodSelector))))
            .Where(selector => selector.PodSelector is not null)
            .ToArray();

        selectors.Length.ShouldBeGreaterThan(policies.Length);
        selectors.Where(selector => !manifests.Pods.Any(workload => Selects(selector.PodSelector, workload.Pod))).Select(selector => selector.Item1).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Every_pod_is_held_by_a_network_policy_of_its_own(string overlay)
    {
        var manifests = Manifests.Of(overlay);

        foreach (var (name, pod) in manifests.Pods)
        {
            manifests.All<V1NetworkPolicy>()
                .Count(policy => policy.Spec.PodSelector.MatchLabels?.Count > 0 && Selects(policy.Spec.PodSelector, pod))
                .ShouldBe(1, name);
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Every_topology_spread_counts_the_pods_that_it_spreads(string overlay)
    {
        foreach (var (name, pod) in Manifests.Of(overlay).Deployments.Select(deployment => (deployment.Name(), deployment.Spec.Template)))
        {
            pod.Spec.TopologySpreadConstraints.ShouldAllBe(spread => Selects(spread.LabelSelector, pod), name);
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Clients_reach_a_gateway_at_a_port_that_has_neither_metrics_nor_operators(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var management = manifests.Settings("gateway")["Management__Port"];
        var annotations = manifests.Deployment("gateway").Spec.Template.Metadata.Annotations;
        var rules = manifests.All<V1NetworkPolicy>().Single(policy => policy.Name() == "gateway").Spec.Ingress;

        manifests.Settings("gateway")["Urls"].ShouldEndWith($":{management}");
        annotations["prometheus.io/port"].ShouldBe(management);
        NamespacesAt(rules, management).ShouldBe(["monitoring"]);
        NamespacesAt(rules, "5000").ShouldBe(["ingress-nginx"]);
        manifests.All<V1Service>().Single(service => service.Name() == "gateway").Spec.Ports.Select(port => port.TargetPort.Value).ShouldBe(["http"]);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Every_reference_names_something_of_the_overlay(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        var names = manifests.Names.ToHashSet();
        var references = manifests.Pods
            .SelectMany(workload => workload.Pod.Spec.Containers).SelectMany(container => container.EnvFrom)
            .Select(from => from.SecretRef is { } secret ? $"Secret/{secret.Name}" : $"ConfigMap/{from.ConfigMapRef.Name}")
            .Concat(manifests.Deployments.Select(deployment => $"ServiceAccount/{deployment.Spec.Template.Spec.ServiceAccountName}"))
            .Concat(manifests.All<V2HorizontalPodAutoscaler>().Select(scaler => $"{scaler.Spec.ScaleTargetRef.Kind}/{scaler.Spec.ScaleTargetRef.Name}"));

        references.Where(reference => !names.Contains(reference)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_service_leads_to_a_port_that_its_pods_name(string overlay)
    {
        var manifests = Manifests.Of(overlay);
        foreach (var service in manifests.All<V1Service>())
        {
            var pod = manifests.Pods.Single(workload => Selects(service.Spec.Selector, workload.Pod)).Pod;
            service.Spec.Ports.Select(port => port.TargetPort.Value).ShouldBeSubsetOf(pod.Spec.Containers[0].Ports.Select(port => port.Name));
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Orleans_ports_are_open_to_silos_and_gateways_alone(string overlay)
    {
        var rules = Manifests.Of(overlay).All<V1NetworkPolicy>().SelectMany(policy => policy.Spec.Ingress ?? []).ToArray();

        PeersAt(rules, "11111").ShouldBe(["silo"]);
        PeersAt(rules, "30000").ShouldBe(["gateway"]);
        rules.ShouldAllBe(rule => rule.FromProperty != null && rule.FromProperty.Count > 0 && rule.Ports != null && rule.Ports.Count > 0);
        Manifests.Of(overlay).All<V1Service>().SelectMany(service => service.Spec.Ports).ShouldNotContain(port => port.Port == 11111 || port.Port == 30000);
    }

    private static string[] PeersAt(IEnumerable<V1NetworkPolicyIngressRule> rules, string port) =>
    [
        .. rules.Where(rule => rule.Ports.Any(p => p.Port.Value == port))
            .SelectMany(rule => rule.FromProperty)
            .Select(peer => peer.PodSelector.MatchLabels["app.kubernetes.io/name"]),
    ];

    private static string[] NamespacesAt(IEnumerable<V1NetworkPolicyIngressRule> rules, string port) =>
    [
        .. rules.Where(rule => rule.Ports.Any(p => p.Port.Value == port))
            .SelectMany(rule => rule.FromProperty)
            .Select(peer => peer.NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]),
    ];

    private static bool Selects(V1LabelSelector selector, V1PodTemplateSpec pod) =>
        (selector.MatchLabels is not { Count: > 0 } labels || Selects(labels, pod))
        && (selector.MatchExpressions ?? []).All(expression => Holds(expression, pod.Metadata.Labels));

    private static bool Holds(V1LabelSelectorRequirement expression, IDictionary<string, string> labels) => expression.OperatorProperty switch
    {
        "In" => labels.TryGetValue(expression.Key, out var value) && expression.Values.Contains(value),
        "Exists" => labels.ContainsKey(expression.Key),
        var other => throw new NotSupportedException(other),
    };

    private static bool Selects(IDictionary<string, string> selector, V1PodTemplateSpec pod) =>
        selector.Count > 0 && selector.All(label => pod.Metadata.Labels.TryGetValue(label.Key, out var value) && value == label.Value);
}
