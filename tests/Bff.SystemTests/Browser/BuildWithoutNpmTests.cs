using Bff.SystemTests.Harness;

namespace Bff.SystemTests.Browser;

/// <summary>The page for developers comes from npm at build, where npm is there.</summary>
public sealed class BuildWithoutNpmTests
{
    [Fact]
    public async Task Without_npm_the_build_goes_on_and_there_is_no_package()
    {
        var folder = TestOutput.Folder("without-npm");

        // The target alone: it is the only one that knows of npm.
        await Command.RunAsync(
            "dotnet",
            ["msbuild", "src/Gateway/Gateway.csproj", "-t:FetchIde", $"-p:IdeFolder={folder}", "-p:NpmProgram=no-program-of-this-name", "-nologo", "-v:quiet"],
            TestOutput.Root);

        Directory.GetFiles(folder, "*.tgz").ShouldBeEmpty();
    }
}
