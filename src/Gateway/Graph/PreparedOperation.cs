using Bff.Contracts.Answers;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using Bff.Gateway.Graph.Running;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace Bff.Gateway.Graph;

/// <summary>An operation that can be run, or why it cannot.</summary>
/// <param name="Plan">What to run; null when refused.</param>
/// <param name="Whole">The operation before variables cut it: with <see cref="Variables"/> it tells what is asked for.</param>
/// <param name="Variables">The request's variables.</param>
/// <param name="VariableArguments">The arguments made of them, by <see cref="PlannedField.VariableSlot"/>.</param>
/// <param name="Cost">What it costs at most.</param>
/// <param name="Problems">Why it is refused; empty when it is not.</param>
internal sealed record PreparedOperation(
    OperationPlan? Plan,
    OperationPlan? Whole,
    Variables Variables,
    IDictionary<string, ArgumentValue>?[] VariableArguments,
    long Cost,
    IReadOnlyList<ExecutionError> Problems)
{
    /// <summary>The document that it is of, when that is not kept yet.</summary>
    public ValidDocument? NewDocument { get; init; }

    /// <summary>What the document takes in memory, as it is estimated.</summary>
    public int DocumentBytes { get; init; }

    public static PreparedOperation Refused(IReadOnlyList<ExecutionError> problems) => new(null, null, Variables.None, [], 0, problems);
}

/// <summary>What came of a run.</summary>
/// <param name="Data">The response's data; null when a null travelled all the way up.</param>
/// <param name="Errors">What went wrong on the way.</param>
internal sealed record OperationResult(ObjectNode? Data, IReadOnlyList<ExecutionError> Errors);

/// <summary>The operation would fetch too much.</summary>
internal sealed class CostError(long cost, int limit)
    : FailureError(new Failure(ErrorCodes.CostExceeded), $"The operation costs {cost}, more than {limit}: ask for fewer rows or fewer fields that fetch.");
