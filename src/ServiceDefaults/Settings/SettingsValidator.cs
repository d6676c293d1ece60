using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bff.ServiceDefaults.Settings;

/// <summary>Which section an options class is bound to, so that a failure can name the setting.</summary>
public sealed record SettingsSection<T>(string Name);

/// <summary>Data annotations, said in the operator's words: the setting and its environment variable, never the value (it may be a secret).</summary>
internal sealed class SettingsValidator<T>(SettingsSection<T> section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        List<ValidationResult> failures = [];
        Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures.Select(Describe));
    }

    private string Describe(ValidationResult failure)
    {
        var paths = failure.MemberNames.Select(member => $"{section.Name}:{member}");
        return string.Join(", ", paths.Select(path => $"{path} (variable {path.Replace(":", "__", StringComparison.Ordinal)})"))
            + $": {failure.ErrorMessage}";
    }
}
