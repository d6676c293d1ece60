using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace Bff.Upstream.Governing;

/// <summary>A tenant's permit for one call, or the refusal of one.</summary>
internal sealed class Turn(Action? end) : RateLimitLease
{
    private Action? end = end;

    /// <summary>Too many calls wait already.</summary>
    public static Turn Refused { get; } = new(null);

    public override bool IsAcquired { get; } = end is not null;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref end, null)?.Invoke();
        base.Dispose(disposing);
    }
}
