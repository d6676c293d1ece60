using System.Text.Json;
using Bff.Contracts.Surveys;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Surveys;

/// <summary>Input of <c>submitSurveyResponse</c>: the v6 request fields by the same names, without the customer.</summary>
internal sealed record SubmitSurveyResponseInput(string Id, JsonElement Answers, JsonElement? Metadata, string? IdempotencyKey) : IIdempotentInput;

/// <summary>Input of <c>submitSurveyInvitationResponse</c>: the v6 request fields by the same names, without the customer.</summary>
internal sealed record SubmitSurveyInvitationResponseInput(string Token, JsonElement Answers, JsonElement? Metadata, string? IdempotencyKey)
    : IIdempotentInput;

/// <summary>Answers to surveys.</summary>
internal static class SurveyMutations
{
    private const string AnswersDescription =
        "Question id to answer, an object: text, number, true or false, or a list for MULTI_CHOICE. " + SurveyAnswerChecks.Limits;

    private const string MetadataDescription = "Anything the client attaches, an object. " + SurveyAnswerChecks.Limits;

    private const string ReceiptDescription = "The receipt; duplicate says that an earlier response was found and nothing new was stored.";

    public static void AddSurveyMutations(this ObjectGraphType mutation)
    {
        mutation.AddSubmission();
        mutation.AddInvitedSubmission();
    }

    private static void AddSubmission(this ObjectGraphType mutation) => mutation
        .AddMutation<SubmitSurveyResponseInput, SurveyReceipt>(
            "submitSurveyResponse", "Answers a survey, as the session's customer or without a name. Never sent twice. Source: v6 submitSurveyResponse.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<IdGraphType>>("id").Description("Survey id, not its slug.");
            input.Field<NonNullGraphType<JsonScalar>>("answers").Description(AnswersDescription);
            input.Field<JsonScalar>("metadata").Description(MetadataDescription);
        })
        .Result<SurveyReceiptType>("response", ReceiptDescription, receipt => receipt)
        .Resolve(async (input, request) =>
        {
            var check = new InputCheck();
            var survey = check.Id("id", input.Id);
            var answers = check.Answers(input.Answers, input.Metadata);
            return check.HasErrors
                ? check.Failed<SurveyReceipt>()
                : await request.SurveyCatalog().SubmitAsync(new SurveySubmission(await request.CallerAsync(), survey, answers));
        });

    private static void AddInvitedSubmission(this ObjectGraphType mutation) => mutation
        .AddMutation<SubmitSurveyInvitationResponseInput, SurveyReceipt>(
            "submitSurveyInvitationResponse",
            "Answers the survey behind a personal link; the link says who answers. Never sent twice. Source: v6 submitSurveyResponseByToken.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<StringGraphType>>("token").Description("Secret part of the link: send it as a variable.");
            input.Field<NonNullGraphType<JsonScalar>>("answers").Description(AnswersDescription);
            input.Field<JsonScalar>("metadata").Description(MetadataDescription);
        })
        .Result<SurveyReceiptType>("response", ReceiptDescription, receipt => receipt)
        .Resolve(async (input, request) =>
        {
            var check = new InputCheck();
            check.Require(InvitationToken.TryParse(input.Token, out var token), "token", "is not written like the secret of a link.");
            var answers = check.Answers(input.Answers, input.Metadata);
            return check.HasErrors
                ? check.Failed<SurveyReceipt>()
                : await request.SurveyCatalog().SubmitInvitedAsync(new InvitedSubmission(token, answers));
        });
}

internal sealed class SurveyReceiptType : ObjectGraphType<SurveyReceipt>
{
    public SurveyReceiptType()
    {
        Name = "SurveyReceipt";
        Description = "Receipt of a response. Source: v6 submitSurveyResponse, submitSurveyResponseByToken.";
        Field<NonNullGraphType<IdGraphType>>("responseId").Description("Response id.").Resolve(c => c.Source.ResponseId);
        Field<NonNullGraphType<BooleanGraphType>>("duplicate").Description("An earlier response was found and nothing new was stored: a success.").Resolve(c => c.Source.Duplicate);
    }
}
