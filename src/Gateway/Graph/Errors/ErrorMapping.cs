using Bff.Contracts.Answers;
using Bff.Gateway.Graph.Scalars;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.Exceptions;
using Orleans.Runtime.Messaging;

namespace Bff.Gateway.Graph.Errors;

/// <summary>
/// The one place where something that went wrong becomes what a client sees. The engine's own words are passed on only
/// where they speak about the client's document; everything unexpected becomes one sentence, one code and the trace id.
/// </summary>
internal static class ErrorMapping
{
    public static ErrorView Map(ExecutionError error, string traceId) => error switch
    {
        FailureError failure => new(failure.Message, failure.Failure, null),
        SyntaxError => new(error.Message, new Failure(ErrorCodes.ParseFailed), null),
        InvalidOperationNameError or NoOperationNameError or NoOperationError => new(error.Message, new Failure(ErrorCodes.OperationNotFound), null),
        InvalidVariableError or InvalidLiteralError or InvalidValueError => new(WithReason(error), new Failure(ErrorCodes.BadUserInput), null),
        GraphQL.Validation.ValidationError => new(error.Message, new Failure(ErrorCodes.ValidationFailed), null),
        TimeoutError => ErrorView.Of(new Failure(ErrorCodes.RequestTimeout, Retryable: true)),
        _ => Map(error.InnerException ?? error, traceId),
    };

    private static string WithReason(ExecutionError error) =>
        error.InnerException is ScalarFormatException reason ? $"{error.Message}. {reason.Message}" : error.Message;

    private static ErrorView Map(Exception exception, string traceId) => exception switch
    {
        GraphQLParserException => new(exception.Message, new Failure(ErrorCodes.ParseFailed), null),
        OrleansMessageRejectionException or SiloUnavailableException or ConnectionFailedException or TimeoutException =>
            ErrorView.Of(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true)),
        _ => ErrorView.Of(ErrorCodes.Internal) with { TraceId = traceId },
    };
}
