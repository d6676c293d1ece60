using System.ComponentModel.DataAnnotations;

namespace Bff.ServiceDefaults.Operators;

/// <summary>Keeps what is not for clients away from the port that they come in by. Section <c>Management</c>.</summary>
public sealed class ManagementOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Management";

    /// <summary>
    /// The port, one of <c>Urls</c>, at which alone <c>/metrics</c>, <c>/operator</c> and <c>/dashboard</c> answer; at any other they are
    /// not there. Default none: they answer at every port.
    /// </summary>
    [Range(1, 65535, ErrorMessage = "must be a TCP port.")]
    public int? Port { get; set; }
}
