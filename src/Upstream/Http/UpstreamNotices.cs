using System.Collections.Concurrent;
using Bff.Upstream.Operations;
using Microsoft.Extensions.Logging;

namespace Bff.Upstream.Http;

/// <summary>Says once, not once per call, what an operator should know about v6's answers.</summary>
internal sealed partial class UpstreamNotices(ILogger<UpstreamNotices> logger)
{
    // Codes come from outside: without a bound a hostile or broken upstream could fill the memory and the log.
    private const int MostCodes = 200;

    private readonly ConcurrentDictionary<string, bool> said = new(StringComparer.Ordinal);

    /// <summary>v6 gave a reason that the notes do not know.</summary>
    public void UnknownCode(V6Operation operation, int status, string code)
    {
        if (said.Count < MostCodes && said.TryAdd(code, true))
        {
            LogUnknownCode(logger, operation.Id, status, code);
        }
    }

    /// <summary>A list that cannot be paged says that there is more (notes Q17).</summary>
    public void MoreRowsThanReadable(V6Operation operation)
    {
        if (said.TryAdd("more:" + operation.Id, true))
        {
            LogMoreRows(logger, operation.Id);
        }
    }

    /// <summary>Rows of a list were left out.</summary>
    public void RowsDropped(V6Operation operation, int count)
    {
        if (said.TryAdd("rows:" + operation.Id, true))
        {
            LogRowsDropped(logger, operation.Id, count);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "v6 {Operation} answered {Status} with the unknown code {Code}; it is handled by its status")]
    private static partial void LogUnknownCode(ILogger logger, string operation, int status, string code);

    [LoggerMessage(2, LogLevel.Warning, "v6 {Operation} has more rows than it gives, and no argument to ask for them")]
    private static partial void LogMoreRows(ILogger logger, string operation);

    [LoggerMessage(3, LogLevel.Warning, "v6 {Operation} sent {Count} rows without what makes them usable; they are left out, and counted")]
    private static partial void LogRowsDropped(ILogger logger, string operation, int count);
}
