using System.Text.Json;

namespace Bff.Tests.Graph;

/// <summary>Short ways into a reply.</summary>
internal static class Replies
{
    public static JsonElement Data(this JsonElement reply, string field)
    {
        reply.TryGetProperty("errors", out _).ShouldBeFalse(reply.ToString());
        return reply.GetProperty("data").GetProperty(field);
    }

    public static JsonElement Error(this JsonElement reply)
    {
        reply.TryGetProperty("errors", out var errors).ShouldBeTrue(reply.ToString());
        return errors[0];
    }

    public static string Code(this JsonElement reply) => reply.Error().GetProperty("extensions").GetProperty("code").GetString()!;

    public static string Message(this JsonElement reply) => reply.Error().GetProperty("message").GetString()!;
}
