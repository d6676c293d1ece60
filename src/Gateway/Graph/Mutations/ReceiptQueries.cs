using Bff.Contracts.Mutations;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Scalars;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Mutations;

internal static class ReceiptQueries
{
    public static void AddReceiptQuery(this ObjectGraphType query) =>
        query.Field<MutationReceiptType, MutationReceipt>("mutationReceipt")
            .Description(
                "What became of a mutation, by its idempotencyKey or by the receiptKey of an UnknownOutcomeError; null when this caller has asked "
                + "nothing by that key within the last day. An unknown outcome is looked for in v6 where that is possible; nothing is ever sent again. "
                + "Source: the BFF's own receipts.")
            .Argument<NonNullGraphType<StringGraphType>>("key", "The key.")
            .Private()
            .Answers(async c =>
            {
                var key = c.GetArgument<string>("key");
                if (!IdempotencyKeys.IsValid(key))
                {
                    throw new BadInputError("key", IdempotencyKeys.Rule);
                }

                var caller = await c.Request().CallerAsync();
                return await c.Request().Grains.GetGrain<IReceiptGrain>(ReceiptKey.Of(caller, key).ToString()).AskAsync(new ReceiptQuestion(caller));
            });
}

internal sealed class MutationReceiptType : ObjectGraphType<MutationReceipt>
{
    public MutationReceiptType()
    {
        Name = "MutationReceipt";
        Description = "What is known of a mutation that was asked before. Made by the BFF.";
        Field<NonNullGraphType<StringGraphType>>("mutation").Description("Its name in this schema.").Resolve(c => c.Source.Mutation);
        Field<NonNullGraphType<ReceiptStatusType>>("status").Description("What it came to.").Resolve(c => c.Source.Status);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ErrorInterface>>>>("errors")
            .Description("Why it did not happen, or may not have happened; empty otherwise.")
            .Resolve(c => c.Source.Errors.AsEnumerable());
        Field<NonNullGraphType<DateTimeScalar>>("createdAt").Description("When it was asked.").Resolve(c => c.Source.CreatedAt);
        Field<DateTimeScalar>("resolvedAt").Description("When its outcome was known; null while it is not.").Resolve(c => c.Source.ResolvedAt);
    }
}

internal sealed class ReceiptStatusType : EnumerationGraphType<ReceiptStatus>
{
    public ReceiptStatusType()
    {
        Name = "ReceiptStatus";
        Description =
            "PENDING: it is being done. DONE: it happened. REJECTED: it did not happen. UNKNOWN: it may or may not have happened, and nothing could be found out yet.";
    }
}
