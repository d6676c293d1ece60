using System.Numerics;
using System.Text.Json;
using GraphQL;

namespace Bff.Gateway.Edge;

/// <summary>JSON objects as the engine takes them: dictionaries, lists and the smallest number type that holds the value.</summary>
internal static class JsonInputs
{
    public static Inputs ToInputs(JsonElement element) =>
        new(element.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => ToValue(member.Value)));

    private static object? ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => ToValue(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(ToValue).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object ToNumber(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        if (element.TryGetInt64(out var large))
        {
            return large;
        }

        return element.GetRawText() is { Length: <= 40 } digits && BigInteger.TryParse(digits, out var huge) ? huge : element.GetDouble();
    }
}
