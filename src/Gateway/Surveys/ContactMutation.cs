using Bff.Contracts.Surveys;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Surveys;

/// <summary>Input of <c>submitContact</c>: the v6 request fields by the same names.</summary>
internal sealed record SubmitContactInput(string Name, string? Email, string? Phone, string Message, string? IdempotencyKey) : IIdempotentInput;

internal static class ContactMutation
{
    private const int MaxMessageLength = 5_000;

    public static void AddContact(this ObjectGraphType mutation) => mutation
        .AddMutation<SubmitContactInput, EnquiryReceipt>("submitContact", "Sends the merchant a message. Never sent twice. Source: v6 submitContact.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<StringGraphType>>("name").Description($"Who asks, at most {PersonChecks.MaxNameLength} characters.");
            input.Field<EmailAddressScalar>("email").Description("Their e-mail address; ask for one, because the merchant has to answer somewhere.");
            input.Field<PhoneNumberScalar>("phone").Description("Their phone.");
            input.Field<NonNullGraphType<StringGraphType>>("message").Description($"The message, plain text of at most {MaxMessageLength} characters.");
        })
        .Result<ContactReceiptType>("enquiry", "The receipt.", receipt => receipt)
        .Resolve(async (input, request) =>
        {
            var check = new InputCheck();
            var name = check.Name("name", input.Name);
            var message = input.Message.Trim();
            check.Require(message.Length is > 0 and <= MaxMessageLength, "message", $"must have 1 to {MaxMessageLength} characters.");
            check.Require(!message.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')), "message", "must not hold control characters.");
            return check.HasErrors
                ? check.Failed<EnquiryReceipt>()
                : await request.SurveyCatalog().ContactAsync(new Enquiry(name, input.Email, input.Phone, message));
        });
}

internal sealed class ContactReceiptType : ObjectGraphType<EnquiryReceipt>
{
    public ContactReceiptType()
    {
        Name = "ContactReceipt";
        Description = "Receipt of a message to the merchant; one of the two ids is always there. Source: v6 submitContact.";
        Field<IdGraphType>("conversationId").Description("Conversation in the merchant's inbox.").Resolve(c => c.Source.ConversationId);
        Field<IdGraphType>("messageId").Description("Message in it.").Resolve(c => c.Source.MessageId);
    }
}
