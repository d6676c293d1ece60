using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Containers;

public sealed class DockerfileTests
{
    public static TheoryData<string, string> Images => new()
    {
        { "Silo", "5200 11111 30000" },
        { "Gateway", "5000" },
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
}
