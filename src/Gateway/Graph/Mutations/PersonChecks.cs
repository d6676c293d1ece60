namespace Bff.Gateway.Graph.Mutations;

/// <summary>Checks of what people write about themselves.</summary>
internal static class PersonChecks
{
    public const int MaxNameLength = 200;

    /// <summary>A required name of one line, trimmed; worthless when the check has errors.</summary>
    public static string Name(this InputCheck check, string field, string text)
    {
        var name = text.Trim();
        check.Require(name.Length is > 0 and <= MaxNameLength, field, $"must have 1 to {MaxNameLength} characters.");
        check.Require(!name.Any(char.IsControl), field, "must not hold control characters.");
        return name;
    }
}
