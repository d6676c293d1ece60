using System.Globalization;
using System.Text.Json;
using Bff.Gateway.Graph.Errors;
using GraphQL;
using GraphQL.Execution;

namespace Bff.Gateway.Graph;

/// <summary>Writes a response (GraphQL October 2021, section 7.1): errors first, so that they are seen in a long reply.</summary>
internal static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, ExecutionResult result, GraphContext request)
    {
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            writer.WriteStartArray("errors"u8);
            foreach (var error in errors)
            {
                ErrorWriter.Write(writer, ErrorMapping.Map(error, request), error);
            }

            writer.WriteEndArray();
        }

        if (result.Executed)
        {
            writer.WritePropertyName("data"u8);
            WriteValue(writer, result.Data);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    WriteValue(writer, field is ValueExecutionNode leaf ? leaf.ToValue() : field.Result is null ? null : field);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { SerializedResult: { } list }:
                WriteList(writer, list);
                break;
            case ArrayExecutionNode { Items: { } items }:
                WriteList(writer, items.Select(item => item is ValueExecutionNode leaf ? leaf.ToValue() : item.Result is null ? null : item));
                break;
            default:
                WriteLeaf(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, System.Collections.IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteLeaf(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
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
