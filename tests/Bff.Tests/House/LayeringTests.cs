using System.Xml.Linq;

namespace Bff.Tests.House;

/// <summary>Dependencies point one way: Gateway → Contracts ← Grains → Upstream. A missing project reference holds that; this holds the references.</summary>
public sealed class LayeringTests
{
    public static TheoryData<string, string[]> AllowedReferences => new()
    {
        { "Contracts", [] },
        { "ServiceDefaults", [] },
        { "Sandbox", [] },
        { "Caching", ["Contracts"] },
        { "Upstream", ["Contracts"] },
        { "Grains", ["Caching", "Contracts", "Upstream"] },
        { "Gateway", ["Caching", "Contracts", "ServiceDefaults"] },
        { "Silo", ["Grains", "ServiceDefaults"] },
        { "Standalone", ["Gateway", "Sandbox", "Silo"] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_project_references_only_what_lies_beneath_it(string project, string[] allowed) =>
        ReferencesOf(project).ShouldBe(allowed, ignoreOrder: true);

    [Fact]
    public void Every_project_has_its_place_in_the_layers() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName)
            .ShouldBe(AllowedReferences.Select(row => row.Data.Item1), ignoreOrder: true);

    [Fact]
    public void Only_the_gateway_knows_the_GraphQL_engine() =>
        ProjectsWithPackage("GraphQL").ShouldBe(["Gateway"]);

    [Fact]
    public void Contracts_know_nothing_but_the_Orleans_Sdk() =>
        PackagesOf("Contracts").ShouldBe(["Microsoft.Orleans.Sdk"]);

    private static IEnumerable<string> ProjectsWithPackage(string package) =>
        AllowedReferences.Select(row => row.Data.Item1).Where(project => PackagesOf(project).Contains(package));

    private static string[] ReferencesOf(string project) =>
        [.. Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))];

    private static string[] PackagesOf(string project) =>
        [.. Load(project).Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!)];

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
}
