using System.Collections;
using System.Reflection;
using Bff.Sandbox;
using Bff.ServiceDefaults;
using Bff.Upstream;

namespace Bff.SystemTests.Containers;

/// <summary>Every setting that the options classes have, read from the built assemblies: the constant <c>Section</c> and the properties.</summary>
internal static class KnownSettings
{
    private static readonly Assembly[] Ours =
    [
        typeof(ServiceDefaultsExtensions).Assembly,
        typeof(Gateway.GatewayHostExtensions).Assembly,
        typeof(Silo.SiloHostExtensions).Assembly,
        typeof(Grains.GrainsServiceCollectionExtensions).Assembly,
        typeof(UpstreamOptions).Assembly,
        typeof(SandboxOptions).Assembly,
    ];

    // The host's own, and OpenTelemetry's, which the OTLP exporter reads by itself.
    private static readonly string[] Foreign =
    [
        "Urls", "ASPNETCORE_ENVIRONMENT", "DOTNET_EnableDiagnostics",
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_RESOURCE_ATTRIBUTES", "OTEL_SERVICE_NAME",
        // Read only by OTEL_RESOURCE_ATTRIBUTES.
        "POD_NAME",
    ];

    /// <summary>By section and name, as <c>Cluster:SiloPort</c>; a dictionary's or list's by its prefix, as <c>Auth:Keys:Ring:</c>.</summary>
    private static readonly HashSet<string> Names = [.. Ours.SelectMany(assembly => assembly.GetTypes()).SelectMany(SettingsOf)];

    /// <summary>Whether an environment variable sets something of ours or of our hosts'.</summary>
    public static bool Has(string variable)
    {
        var setting = variable.Replace("__", ":");
        return Foreign.Contains(variable) || Names.Contains(setting) || Names.Any(name => name.EndsWith(':') && setting.StartsWith(name));
    }

    /// <summary>Those that nobody else may know.</summary>
    public static IEnumerable<string> Secrets => Names.Where(name => name.Split(':') is [.., "Secret" or "Password" or "Key"] or [.., "Ring", ""]);

    private static IEnumerable<string> SettingsOf(Type type)
    {
        var section = type.Name.EndsWith("Options")
            ? type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string
            : null;
        return section is null
            ? []
            : type.GetProperties().Select(property => $"{section}:{property.Name}{(HasMany(property.PropertyType) ? ":" : "")}");
    }

    private static bool HasMany(Type setting) => setting != typeof(string) && typeof(IEnumerable).IsAssignableFrom(setting);
}
