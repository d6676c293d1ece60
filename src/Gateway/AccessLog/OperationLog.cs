using System.Runtime.CompilerServices;
using Bff.Caching;
using Bff.Contracts.Keys;
using Bff.Gateway.Edge;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using GraphQLParser.AST;

namespace Bff.Gateway.AccessLog;

/// <summary>
/// One line for each operation: what it was, who it was for, what it cost and how it ended. Of what the client wrote there is nothing in it
/// but a hash, of what v6 wrote nothing but codes.
/// </summary>
internal sealed partial class OperationLog(ILoggerFactory loggers, CacheEnvironment caches)
{
    /// <summary>Category; <c>Logging:LogLevel:Bff.Access=Warning</c> switches the lines off, and all that they cost.</summary>
    public const string Category = "Bff.Access";

    private const int LongestCode = 48;

    private readonly ILogger logger = loggers.CreateLogger(Category);
    private readonly ConditionalWeakTable<OperationPlan, OperationFace> faces = [];

    /// <summary>Somebody reads it.</summary>
    public bool IsEnabled => logger.IsEnabled(LogLevel.Information);

    /// <summary>An operation begins.</summary>
    public OperationTally Begin() => new(caches.Time.GetTimestamp(), caches.Time.GetUtcNow());

    /// <summary>It has been answered.</summary>
    public void Write(OperationTally tally, TenantId? tenant, GraphReply reply)
    {
        if (!logger.IsEnabled(LogLevel.Information))
        {
            return;
        }

        var face = tally.Prepared?.Whole is { } plan ? FaceOf(plan, tally.Query!) : OperationFace.None;
        var whom = tenant?.Value ?? "-";
        var cost = tally.Prepared?.Cost ?? 0;
        var (verdict, outcome) = (VerdictOf(tally, reply), OutcomeOf(tally, reply));
        var took = caches.Time.GetElapsedTime(tally.Start).TotalMilliseconds;
        Line(face.Kind, face.Fields, face.Document, whom, cost, verdict, tally.Upstream, outcome, took);
    }

    private OperationFace FaceOf(OperationPlan plan, string query) =>
        faces.TryGetValue(plan, out var known) ? known : faces.GetValue(plan, whole => OperationFace.Of(whole, query));

    private static string VerdictOf(OperationTally tally, GraphReply reply) => reply.Verdict switch
    {
        ResponseCache.CacheVerdict.Hit => "hit",
        ResponseCache.CacheVerdict.Stale => "stale",
        ResponseCache.CacheVerdict.Miss => "miss",
        _ when tally.Prepared?.Plan?.Operation.Operation is not OperationType.Query || !tally.HasRead => "-",
        _ => reply.Freshness.IsStale ? "stale" : tally.Upstream > 0 ? "miss" : "hit",
    };

    private static string OutcomeOf(OperationTally tally, GraphReply reply)
    {
        var code = reply.Errors is [{ } error, ..] ? ErrorMapping.Map(error, reply.TraceId).Failure.Code : tally.Refusal;
        return code is null ? "OK" : code.Length <= LongestCode && code.All(IsOfCode) ? code : "REFUSED";
    }

    // v6 has codes of its own; whatever else stands in that place is not repeated.
    private static bool IsOfCode(char letter) => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_';

    [LoggerMessage(EventId = 7201, Level = LogLevel.Information, SkipEnabledCheck = true,
        Message = "{Kind} {Fields} document={Document} tenant={Tenant} cost={Cost} cache={Verdict} upstream={Upstream} outcome={Outcome} ms={DurationMs:0.0}")]
    private partial void Line(
        string kind, string fields, string document, string tenant, long cost, string verdict, int upstream, string outcome, double durationMs);
}
