using Bff.Contracts.Changes;

namespace Bff.Gateway.Changes;

/// <summary>
/// What the caller of one HTTP exchange or connection has changed: what it came with, and what it does in this very exchange. Operations of a
/// connection run at the same time, hence the lock.
/// </summary>
internal sealed class RequestFence
{
    private readonly Lock gate = new();

    /// <summary>Nothing older than this may be answered.</summary>
    public Fence Current { get; private set; } = Fence.None;

    /// <summary>The caller changed something in this exchange, so it is to be given the fence.</summary>
    public bool HasGrown { get; private set; }

    /// <summary>It came with this.</summary>
    public void Admit(Fence fence, DateTimeOffset now)
    {
        lock (gate)
        {
            Current = Current.With(fence.Marks, now);
        }
    }

    /// <summary>It has changed this.</summary>
    public void Grow(IEnumerable<ChangeMark> changed, DateTimeOffset now)
    {
        lock (gate)
        {
            Current = Current.With(changed, now);
            HasGrown = true;
        }
    }
}
