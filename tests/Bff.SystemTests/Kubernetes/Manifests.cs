using System.Diagnostics;
using Bff.SystemTests.Harness;
using k8s;
using k8s.Models;

namespace Bff.SystemTests.Kubernetes;

/// <summary>An overlay as kubectl would apply it, parsed strictly: a misspelt field is an error.</summary>
internal sealed class Manifests
{
    private static readonly Dictionary<string, Manifests> Rendered = [];

    private readonly IReadOnlyList<object> objects;

    private Manifests(string yaml) => objects = KubernetesYaml.LoadAllFromString(yaml, strict: true);

    public IEnumerable<V1Deployment> Deployments => All<V1Deployment>();

    /// <summary>Pod templates of all workloads, by the workload's name.</summary>
    public IEnumerable<(string Name, V1PodTemplateSpec Pod)> Pods =>
        Deployments.Select(deployment => (deployment.Name(), deployment.Spec.Template))
            .Concat(All<V1StatefulSet>().Select(set => (set.Name(), set.Spec.Template)));

    public IEnumerable<T> All<T>() => objects.OfType<T>();

    /// <summary>All that is in it, as <c>kind/name</c>.</summary>
    public IEnumerable<string> Names => objects.Cast<IKubernetesObject<V1ObjectMeta>>().Select(item => $"{item.Kind}/{item.Name()}");

    public V1Deployment Deployment(string name) => Deployments.Single(deployment => deployment.Name() == name);

    /// <summary>What a container gets from ConfigMaps: its environment, as far as it is no secret.</summary>
    public IReadOnlyDictionary<string, string> Settings(string deployment)
    {
        var maps = Deployment(deployment).Spec.Template.Spec.Containers[0].EnvFrom.Select(from => from.ConfigMapRef?.Name).OfType<string>();
        return All<V1ConfigMap>().Where(map => maps.Contains(map.Name())).SelectMany(map => map.Data).ToDictionary();
    }

    public static Manifests Of(string overlay)
    {
        lock (Rendered)
        {
            return Rendered.TryGetValue(overlay, out var known) ? known : Rendered[overlay] = new(Render(overlay));
        }
    }

    private static string Render(string overlay)
    {
        var start = new ProcessStartInfo(Kubectl, ["kustomize", Path.Combine(TestOutput.Root, "k8s", "overlays", overlay)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var kubectl = Process.Start(start)!;
        var complaints = kubectl.StandardError.ReadToEndAsync();
        var yaml = kubectl.StandardOutput.ReadToEnd();
        kubectl.WaitForExit();
        complaints.Result.ShouldBeEmpty();
        kubectl.ExitCode.ShouldBe(0);
        return yaml;
    }

    // eng/install-test-tools puts one there where the machine has none.
    private static string Kubectl => Path.Combine(TestOutput.Root, "artifacts", "tools", "kubectl") is var own && File.Exists(own) ? own : "kubectl";
}
