using Bff.Contracts.Answers;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Errors;

internal sealed class ErrorInterface : InterfaceGraphType<MutationError>
{
    public ErrorInterface()
    {
        Name = "Error";
        Description = "Why a mutation did not happen, or may not have happened.";
        Field<NonNullGraphType<StringGraphType>>("code").Description("A stable code to decide by; see docs/errors.md.");
        Field<NonNullGraphType<StringGraphType>>("message").Description("A sentence for developers, in English.");
    }
}
