using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;

namespace Bff.Gateway.AccessLog;

/// <summary>What is noted of one operation while it runs, for its line in the log; where nobody reads the log there is none.</summary>
/// <param name="start">Timestamp of its begin.</param>
/// <param name="since">The same on the clock of the caches.</param>
internal sealed class OperationTally(long start, DateTimeOffset since)
{
    private int answers;
    private int upstream;

    public long Start => start;

    /// <summary>The document's text; null until it is known.</summary>
    public string? Query { get; private set; }

    /// <summary>What is run; null when it was refused before.</summary>
    public PreparedOperation? Prepared { get; private set; }

    /// <summary>Code of the first mutation that did not happen; null when all did.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Something was read.</summary>
    public bool HasRead => Volatile.Read(ref answers) > 0;

    /// <summary>Reads that v6 was asked for meanwhile, and mutations that changed something.</summary>
    public int Upstream => Volatile.Read(ref upstream);

    public void Runs(string query, PreparedOperation prepared) => (Query, Prepared) = (query, prepared);

    /// <summary>An answer was used, which was asked of v6 at that time.</summary>
    public void Read(DateTimeOffset asOf)
    {
        Interlocked.Increment(ref answers);
        if (asOf >= since)
        {
            Interlocked.Increment(ref upstream);
        }
    }

    /// <summary>A mutation has ended; those of one operation run one after the other.</summary>
    public void Changed(bool isSent, ImmutableArray<MutationError> errors)
    {
        upstream += isSent ? 1 : 0;
        Refusal ??= errors is [{ } first, ..] ? first.Code : null;
    }
}
