using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Surveys;

/// <summary>submitContact.</summary>
internal static class SubmitContact
{
    private const int MaxLength = 5000;

    public static Reply Handle(Call call)
    {
        if (call.Text("message")!.Length > MaxLength)
        {
            return Reply.Refused("MESSAGE_TOO_LONG", $"A message has {MaxLength} characters at most.");
        }

        return call.Commit(() =>
        {
            var (conversation, message) = call.Tenant.Part(ContactBook.Create).Add(call.Text("email"), call.Text("phone"));
            return Reply.Created(new JsonObject { ["conversationId"] = conversation, ["messageId"] = message });
        });
    }
}
