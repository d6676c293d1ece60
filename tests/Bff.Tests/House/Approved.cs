namespace Bff.Tests.House;

/// <summary>
/// Compares a text with its checked-in copy. To accept a change, run the test with <c>BFF_ACCEPT=1</c> and review the diff.
/// </summary>
internal static class Approved
{
    public static void ShouldMatch(string actual, string pathInRepository)
    {
        var path = Path.Combine(Repository.Root, pathInRepository);
        if (Environment.GetEnvironmentVariable("BFF_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        actual.ShouldBe(approved, $"{pathInRepository} differs. If the change is meant, run the test with BFF_ACCEPT=1 and review the diff.");
    }
}
