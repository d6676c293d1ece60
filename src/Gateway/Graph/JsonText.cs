using System.Text.Json;

namespace Bff.Gateway.Graph;

/// <summary>JSON that owners carry as text, because it is rarely asked for.</summary>
internal static class JsonText
{
    /// <summary>The value, for a field of the JSON scalar; null for null.</summary>
    public static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);
}
