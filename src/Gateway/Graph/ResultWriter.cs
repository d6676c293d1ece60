using System.Globalization;
using System.Text.Json;
using Bff.Gateway.Graph.Running;

namespace Bff.Gateway.Graph;

/// <summary>Writes the data of a response, straight from the finished places.</summary>
internal static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case ObjectNode node:
                WriteObject(writer, node);
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteLeaf(writer, value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, ObjectNode node)
    {
        writer.WriteStartObject();
        var fields = node.Selection.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            writer.WritePropertyName(fields[i].EncodedName);
            Write(writer, node.Values[i]);
        }

        writer.WriteEndObject();
    }

    private static void WriteLeaf(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
