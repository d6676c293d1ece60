using Bff.Gateway.Edge;
using GraphQL;

namespace Bff.Gateway.Graph;

/// <summary>One operation to run (GraphQL over HTTP, section 5.1).</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which operation of it; null when it has one only.</param>
/// <param name="Variables">Their values.</param>
/// <param name="Extensions">What the client says beside.</param>
/// <param name="DocumentId">Names a registered document instead of sending it.</param>
internal sealed record GraphRequest(string? Query, string? OperationName, Inputs? Variables, Inputs? Extensions, string? DocumentId = null)
{
    /// <summary>The body that it came in, when it came alone in one and was read for the first time.</summary>
    public byte[]? Body { get; init; }

    /// <summary>What was made of it when it came before.</summary>
    public KnownOperation? Known { get; init; }
}
