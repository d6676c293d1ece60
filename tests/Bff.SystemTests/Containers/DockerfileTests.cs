using System.Xml.Linq;
using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Containers;

public sealed class DockerfileTests
{
    public static TheoryData<string, string> Images => new()
    {
        { "Silo", "5200 11111 30000" },
        { "Gateway", "5000 5090" },
        { "Sandbox", "5100" },
    };

    [Theory, MemberData(nameof(Images))]
    public void An_image_is_built_in_one_stage_and_run_without_a_shell_or_root_in_another(string project, string ports)
    {
        var lines = File.ReadAllLines(Path.Combine(TestOutput.Root, "src", project, "Dockerfile"));

        lines.Count(line => line.StartsWith("FROM")).ShouldBe(2);
        lines.Last(line => line.StartsWith("FROM")).ShouldContain("chiseled");
        lines.ShouldContain("USER $APP_UID");
        lines.ShouldContain($"EXPOSE {ports}");
        lines.ShouldContain($"ENTRYPOINT [\"dotnet\", \"Bff.{project}.dll\"]");
    }

    [Theory, InlineData("Silo"), InlineData("Gateway")]
    public void A_host_is_compiled_ahead_of_time_for_the_platform_of_its_image(string project)
    {
        File.ReadAllText(Path.Combine(TestOutput.Root, "src", project, "Dockerfile")).ShouldContain("-a $TARGETARCH --self-contained false");
        XDocument.Load(Path.Combine(TestOutput.Root, "src", project, $"{project}.csproj")).Descendants("PublishReadyToRun").Single().Value.ShouldBe("true");
    }

    [Fact]
    public void The_build_context_has_all_that_the_projects_take_from_outside_src()
    {
        var context = File.ReadAllLines(Path.Combine(TestOutput.Root, ".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();
        var taken = Directory.GetFiles(Path.Combine(TestOutput.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("EmbeddedResource"))
            .Select(item => (string)item.Attribute("Include")!)
            .Where(include => include.StartsWith("../../"))
            .Select(include => include["../../".Length..])
            .ToArray();

        taken.ShouldNotBeEmpty();
        taken.Where(path => !context.Any(part => path == part || path.StartsWith($"{part}/"))).ShouldBeEmpty();
    }
}
