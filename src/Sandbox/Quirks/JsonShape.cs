using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Quirks;

/// <summary>Small changes to JSON that the quirks are made of.</summary>
internal static class JsonShape
{
    /// <summary>The items of a list.</summary>
    public static IEnumerable<JsonObject> Items(JsonNode data) => data["items"]!.AsArray().OfType<JsonObject>();

    public static void Rename(this JsonObject item, string from, string to)
    {
        if (item.Remove(from, out var value))
        {
            item[to] = value;
        }
    }

    public static void RemoveAll(this JsonObject item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            item.Remove(name);
        }
    }

    /// <summary>A decimal string becomes a number; null stays null.</summary>
    public static void ToNumber(this JsonObject item, string name)
    {
        if (item[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            item[name] = decimal.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A number becomes text; null stays null.</summary>
    public static void ToText(this JsonObject item, string name)
    {
        if (item[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
        {
            item[name] = value.ToString();
        }
    }

    public static JsonArray TakeItems(JsonNode data)
    {
        data.AsObject().Remove("items", out var items);
        return items!.AsArray();
    }
}
