using Bff.Contracts.Answers;

namespace Bff.Gateway.Graph.Errors;

/// <summary>What a client sees of one top-level error.</summary>
/// <param name="Message">A fixed sentence, or the engine's words about the client's own document.</param>
/// <param name="Failure">Code and advice on trying again.</param>
/// <param name="TraceId">Finds the request in the logs; only on defects of ours.</param>
internal readonly record struct ErrorView(string Message, Failure Failure, string? TraceId)
{
    public static ErrorView Of(Failure failure) => new(ErrorMessages.For(failure.Code), failure, null);

    public static ErrorView Of(string code) => Of(new Failure(code));
}
