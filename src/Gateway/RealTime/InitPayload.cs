using System.Text.Json;

namespace Bff.Gateway.RealTime;

/// <summary>
/// Browsers cannot set headers on a WebSocket, so these may stand in the payload of <c>connection_init</c> instead, and count as if they had
/// come with the request: all that is asked of HTTP requests is asked of them. Names are compared without case, other members are left alone.
/// </summary>
internal static class InitPayload
{
    private static readonly string[] Names = ["Authorization", "X-Company-Id", "GraphQL-Client-Name"];

    /// <summary>False when one of them is no text, comes twice, or is not what the request's own header says.</summary>
    public static bool TryApply(JsonElement? payload, IHeaderDictionary headers)
    {
        if (payload is not { } given)
        {
            return true;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in given.EnumerateObject())
        {
            if (!Names.Contains(member.Name, StringComparer.OrdinalIgnoreCase) || member.Value.ValueKind is JsonValueKind.Null)
            {
                continue;
            }

            if (member.Value.ValueKind is not JsonValueKind.String || !seen.Add(member.Name) || !TrySet(headers, member.Name, member.Value.GetString()!))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySet(IHeaderDictionary headers, string name, string value)
    {
        if (headers.TryGetValue(name, out var known) && known.Count > 0)
        {
            return known == value;
        }

        headers[name] = value;
        return true;
    }
}
