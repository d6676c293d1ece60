using System.ComponentModel.DataAnnotations;

namespace Bff.Gateway.Overload;

/// <summary>How much one gateway takes on at once (section <c>Gateway:Overload</c>).</summary>
internal sealed class OverloadOptions : IValidatableObject
{
    public const string Section = "Gateway:Overload";

    /// <summary>
    /// Requests, and operations on WebSockets, that are under way at once; open subscriptions and connections do not count. What comes
    /// beyond is refused before its body is read. Default 1,024: at 2 ms of processor time each, the last one in is done within its time.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxInFlight { get; set; } = 1_024;

    /// <summary>The part of them that one tenant may have. Default 512, so that a storm of one leaves room for the others.</summary>
    [Range(1, 1_000_000)]
    public int MaxInFlightPerTenant { get; set; } = 512;

    /// <summary>
    /// When those who are refused shall come back, in milliseconds. Each is told a time between this and its double, so that they do not
    /// come back together. Default 1,000.
    /// </summary>
    [Range(1, 600_000)]
    public int RetryAfterMs { get; set; } = 1_000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxInFlightPerTenant > MaxInFlight)
        {
            yield return new($"{Section}:{nameof(MaxInFlightPerTenant)} must not be more than {nameof(MaxInFlight)}.", [nameof(MaxInFlightPerTenant)]);
        }
    }
}
