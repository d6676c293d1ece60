using Bff.Contracts.Answers;
using GraphQL;

namespace Bff.Gateway.Graph.Errors;

/// <summary>A <see cref="Failure"/> on its way to the reply: a fixed message, its code, whether and when to try again.</summary>
internal class FailureError : ExecutionError
{
    public FailureError(Failure failure)
        : this(failure, ErrorMessages.For(failure.Code))
    {
    }

    protected FailureError(Failure failure, string message)
        : base(message)
    {
        Failure = failure;
        Code = failure.Code;
    }

    public Failure Failure { get; }
}

/// <summary>An argument that cannot be used. Its name is the client's own, so it may be told.</summary>
internal sealed class BadInputError(string argument, string reason)
    : FailureError(new Failure(ErrorCodes.BadUserInput), $"Argument '{argument}' {reason}");
