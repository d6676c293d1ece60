namespace Bff.Contracts.Surveys;

/// <summary>A message to the merchant. Source: v6 submitContact.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Phone">Their phone, E.164.</param>
/// <param name="Message">The message.</param>
[GenerateSerializer, Immutable, Alias("bff.enquiry")]
public sealed record Enquiry(
    [property: Id(0)] string Name, [property: Id(1)] string? Email, [property: Id(2)] string? Phone, [property: Id(3)] string Message)
{
    /// <summary>Names the type only: the members are a person's data and must not reach a log.</summary>
    public override string ToString() => nameof(Enquiry);
}

/// <summary>Receipt of a message. Source: v6 ContactReceipt.</summary>
/// <param name="ConversationId">Conversation in the merchant's inbox; one of the two is always there.</param>
/// <param name="MessageId">Message in it.</param>
[GenerateSerializer, Immutable, Alias("bff.enquiry-receipt")]
public sealed record EnquiryReceipt([property: Id(0)] string? ConversationId, [property: Id(1)] string? MessageId);
