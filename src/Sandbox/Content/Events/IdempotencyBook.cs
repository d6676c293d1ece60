using System.Text.Json.Nodes;

namespace Bff.Sandbox.Content.Events;

/// <summary>What was answered to which Idempotency-Key: the same key by the same caller gets the same answer once more.</summary>
internal sealed class IdempotencyBook
{
    private readonly Dictionary<(string Actor, string Key), (string Body, JsonObject Data)> _answers = [];

    public (string Body, JsonObject Data)? Find(string actor, string key) =>
        _answers.TryGetValue((actor, key), out var answer) ? answer : null;

    // A race answers one key twice; the later answer stays.
    public void Keep(string actor, string key, string body, JsonObject data) =>
        _answers[(actor, key)] = (body, data.DeepClone().AsObject());
}
