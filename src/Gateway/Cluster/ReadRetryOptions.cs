using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Cluster;

/// <summary>How a read outlives the silo that was answering it. Mutations are never repeated. Section <c>Cluster:ReadRetry</c>.</summary>
public sealed class ReadRetryOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Cluster:ReadRetry";

    /// <summary>How long the first try waits for a reply, in seconds; a try after one without reply waits twice as long. Default 2.</summary>
    [Range(0.1, 60, ErrorMessage = "must be 0.1 to 60 seconds.")]
    public double FirstTrySeconds { get; set; } = 2;

    /// <summary>Pause between two tries, in milliseconds. Default 250.</summary>
    [Range(10, 10_000, ErrorMessage = "must be 10 to 10000 milliseconds.")]
    public double PauseMs { get; set; } = 250;

    /// <summary>
    /// How long a read may take with all its tries, in seconds: longer than it takes to declare a silo dead, less than
    /// <c>Gateway:Limits:OperationTimeoutSeconds</c>, or clients are told of a time-out instead of the reason. Default 14.
    /// </summary>
    [Range(0.1, 300, ErrorMessage = "must be 0.1 to 300 seconds.")]
    public double BudgetSeconds { get; set; } = 14;
}
