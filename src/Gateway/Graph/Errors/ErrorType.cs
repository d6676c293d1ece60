using Bff.Contracts.Answers;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Errors;

/// <summary>
/// The graph type of one kind of <see cref="MutationError"/>. It is called like the record and has <c>code</c> and
/// <c>message</c>; a kind adds fields of its own.
/// </summary>
internal abstract class ErrorType<TError> : ObjectGraphType<TError>
    where TError : MutationError
{
    protected ErrorType(string description)
    {
        Name = typeof(TError).Name;
        Description = description;
        Interface<ErrorInterface>();
        Field<NonNullGraphType<StringGraphType>>("code").Description("A stable code to decide by; see docs/errors.md.").Resolve(c => c.Source.Code);
        Field<NonNullGraphType<StringGraphType>>("message")
            .Description("A sentence for developers, in English.")
            .Resolve(c => ErrorMessages.For(c.Source.Code));
    }
}
