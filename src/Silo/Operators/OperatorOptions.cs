using System.ComponentModel.DataAnnotations;

namespace Bff.Silo.Operators;

/// <summary>Who may see the inside of a silo. Section <c>Operator</c>.</summary>
public sealed class OperatorOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Operator";

    /// <summary>
    /// A secret of at least 24 characters; it is the password (with any user name) of the Orleans dashboard at <c>/dashboard</c>.
    /// Default none: then there is no dashboard, because it shows grain keys and costs a call to every grain.
    /// </summary>
    [MinLength(24, ErrorMessage = "must have at least 24 characters.")]
    public string? Key { get; set; }
}
