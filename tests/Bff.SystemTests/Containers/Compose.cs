using System.Diagnostics;
using Bff.SystemTests.Harness;
using YamlDotNet.RepresentationModel;

namespace Bff.SystemTests.Containers;

/// <summary><c>docker-compose.yml</c> as <c>docker-compose config</c> reads it, with no environment set.</summary>
internal static class Compose
{
    private static readonly Lazy<YamlMappingNode> Services = new(() => (YamlMappingNode)Read(Config())["services"]);

    public static IReadOnlyList<string> Names => [.. Services.Value.Children.Keys.Select(key => key.ToString())];

    public static YamlMappingNode Service(string name) => (YamlMappingNode)Services.Value[name];

    /// <summary>Environment of a service; empty when it has none.</summary>
    public static IReadOnlyDictionary<string, string> Environment(string service) => Service(service).Children.TryGetValue("environment", out var variables)
        ? ((YamlMappingNode)variables).Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString())
        : new Dictionary<string, string>();

    /// <summary>Items of a list such as <c>ports</c>; empty when there is none.</summary>
    public static IReadOnlyList<string> List(string service, string key) =>
        Service(service).Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Select(item => item.ToString())] : [];

    public static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string Config()
    {
        var start = new ProcessStartInfo("docker-compose", ["config"])
        {
            WorkingDirectory = TestOutput.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH");
        using var compose = Process.Start(start)!;
        var complaints = compose.StandardError.ReadToEndAsync();
        var yaml = compose.StandardOutput.ReadToEnd();
        compose.WaitForExit();
        compose.ExitCode.ShouldBe(0, complaints.Result);
        return yaml;
    }
}
