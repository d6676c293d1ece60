namespace Bff.SystemTests.Harness;

/// <summary>Where the processes of a drill leave their logs: <c>artifacts/test-results/system/&lt;drill&gt;/</c>.</summary>
internal static class TestOutput
{
    /// <summary>Folder that holds <c>Bff.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>An empty folder for the running drill.</summary>
    public static string Folder(string drill)
    {
        var folder = Path.Combine(Root, "artifacts", "test-results", "system", drill);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>A program of ours as it was built beside these tests, in the same configuration.</summary>
    public static string Program(string project)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(Root, "artifacts", "bin", project, configuration, $"Bff.{project}.dll");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bff.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from within the repository.");
    }
}
