namespace Bff.Sandbox.Counting;

/// <summary>Counts of one operation, exact under parallel load.</summary>
internal sealed class OperationCounter
{
    private long _calls;
    private long _commits;
    private long _bytes;
    private int _running;
    private int _maxConcurrent;

    public long Calls => Volatile.Read(ref _calls);

    public long Commits => Volatile.Read(ref _commits);

    public long Bytes => Volatile.Read(ref _bytes);

    public int Running => Volatile.Read(ref _running);

    public int MaxConcurrent => Volatile.Read(ref _maxConcurrent);

    public void Enter()
    {
        Interlocked.Increment(ref _calls);
        var running = Interlocked.Increment(ref _running);
        var seen = MaxConcurrent;
        while (running > seen)
        {
            seen = Interlocked.CompareExchange(ref _maxConcurrent, running, seen);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _running);

    public void Commit() => Interlocked.Increment(ref _commits);

    public void Send(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
