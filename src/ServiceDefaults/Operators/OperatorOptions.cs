using System.ComponentModel.DataAnnotations;

namespace Bff.ServiceDefaults.Operators;

/// <summary>Who may look into a silo and end sessions at a gateway. Section <c>Operator</c>.</summary>
public sealed class OperatorOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Operator";

    /// <summary>
    /// A secret of at least 24 characters, the password (with any user name) of what is for operators: the Orleans dashboard of a silo
    /// at <c>/dashboard</c>; <c>/operator/sessions/end</c> of a gateway, and there also introspection and the page for developers. Default none: then there is neither, because the dashboard
    /// shows grain keys and costs a call to every grain, and nobody should end sessions by a key that was forgotten.
    /// </summary>
    [MinLength(24, ErrorMessage = "must have at least 24 characters.")]
    public string? Key { get; set; }

    /// <summary>Never the key.</summary>
    public override string ToString() => Key is null ? "operators off" : "operators on";
}
