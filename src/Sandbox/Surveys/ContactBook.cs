using System.Globalization;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Surveys;

/// <summary>The merchant's inbox: messages of the same address or phone share a conversation.</summary>
internal sealed class ContactBook
{
    private readonly Dictionary<string, string> _conversations = new(StringComparer.OrdinalIgnoreCase);
    private int _messages;

    public static ContactBook Create(Tenant tenant) => new();

    public (string ConversationId, string MessageId) Add(string? email, string? phone)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"msg-{++_messages:d6}");
        var sender = email ?? phone ?? message;
        if (!_conversations.TryGetValue(sender, out var conversation))
        {
            conversation = string.Create(CultureInfo.InvariantCulture, $"conv-{_conversations.Count + 1:d6}");
            _conversations.Add(sender, conversation);
        }

        return (conversation, message);
    }
}
