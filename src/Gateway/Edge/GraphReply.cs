using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Running;
using Bff.Gateway.ResponseCache;
using GraphQL;

namespace Bff.Gateway.Edge;

/// <summary>What one operation is answered.</summary>
internal sealed class GraphReply
{
    /// <summary>The data; null when there is none, or when it is null.</summary>
    public ObjectNode? Data { get; init; }

    /// <summary>The operation was run: the reply has data, if only null.</summary>
    public bool IsExecuted { get; init; }

    public IReadOnlyList<ExecutionError> Errors { get; init; } = [];

    /// <summary>Finds the request in the logs.</summary>
    public required string TraceId { get; init; }

    /// <summary>How fresh what it was made of is.</summary>
    public Freshness Freshness { get; init; } = new();

    /// <summary>The whole reply as it is sent, when it is kept.</summary>
    public RenderedReply? Rendered { get; set; }

    /// <summary>When it was made, when it is kept.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Where it comes from; null when it is none of those that are kept.</summary>
    public CacheVerdict? Verdict { get; set; }

    /// <summary>What it cost, when the client asked.</summary>
    public long? Cost { get; init; }

    /// <summary>What the caller has changed, to be sent back; null when it has changed nothing.</summary>
    public string? Fence { get; init; }

    /// <summary>Who may share it.</summary>
    public SharingPolicy Sharing { get; init; } = SharingPolicy.Private;

    /// <summary>The replies of a subscription, one for each event; this one is empty then. One that was not executed is the last.</summary>
    public IAsyncEnumerable<GraphReply>? Events { get; init; }

    /// <summary>Status (GraphQL over HTTP, section 6.4).</summary>
    public int Status(ReplyForm form) =>
        IsExecuted ? StatusCodes.Status200OK
        : Errors is [HttpRefusal refusal, ..] ? refusal.Status
        : form is ReplyForm.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    /// <summary>It took too long; what it was at is not known.</summary>
    public static GraphReply TimedOut(string traceId) => new()
    {
        IsExecuted = true,
        Errors = [new FailureError(new Failure(ErrorCodes.RequestTimeout, Retryable: true))],
        TraceId = traceId,
    };
}
