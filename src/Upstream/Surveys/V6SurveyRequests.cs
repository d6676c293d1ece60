using System.Text.Json;
using Bff.Upstream.Json;

namespace Bff.Upstream.Surveys;

/// <summary>Answers to a survey, in the contract's own form (notes V40). Source: v6 SurveyResponseRequest.</summary>
/// <param name="Answers">Question id to answer.</param>
/// <param name="CustomerId">The customer, from the session and from nowhere else (notes Q13).</param>
/// <param name="Metadata">Whatever the client attaches.</param>
internal sealed record V6SurveyResponse(
    IReadOnlyDictionary<string, JsonElement> Answers, string? CustomerId, IReadOnlyDictionary<string, JsonElement>? Metadata) : V6Private;

/// <summary>An enquiry. Source: v6 ContactRequest (notes V42: only name and message are required).</summary>
internal sealed record V6ContactRequest(string Name, string? Email, string? Phone, string Message) : V6Private;

/// <summary>Receipt of a response. Source: v6 SurveyReceipt.</summary>
/// <param name="ResponseId">Response id.</param>
/// <param name="Duplicate">An earlier response was found and nothing new was stored: a success.</param>
internal sealed record V6SurveyReceipt(string ResponseId, bool Duplicate)
{
    /// <summary>Reads a receipt.</summary>
    public static V6SurveyReceipt? Read(V6Json json) => json.Key("responseId") is { } id ? new(id, json.Flag("duplicate") ?? false) : null;
}

/// <summary>Receipt of an enquiry. Source: v6 ContactReceipt.</summary>
internal sealed record V6ContactReceipt(string? ConversationId, string? MessageId)
{
    /// <summary>Reads a receipt; one of the two ids is enough.</summary>
    public static V6ContactReceipt? Read(V6Json json) => json.Has("conversationId") || json.Has("messageId")
        ? new(json.Key("conversationId"), json.Key("messageId"))
        : null;
}
