using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Running;
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

    /// <summary>Trace and freshness of the request.</summary>
    public required GraphContext Context { get; init; }

    /// <summary>What it cost, when the client asked.</summary>
    public long? Cost { get; init; }

    /// <summary>Who may share it.</summary>
    public SharingPolicy Sharing { get; init; } = SharingPolicy.Private;

    /// <summary>Status (GraphQL over HTTP, section 6.4).</summary>
    public int Status(ReplyForm form) =>
        IsExecuted ? StatusCodes.Status200OK
        : Errors is [HttpRefusal refusal, ..] ? refusal.Status
        : form is ReplyForm.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
}
