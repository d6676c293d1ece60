using System.Text.Json;
using GraphQL;

namespace Bff.Gateway.Graph.Errors;

/// <summary>Writes one top-level error: message, locations, path, and <c>extensions { code retryable retryAfterMs traceId }</c>.</summary>
internal static class ErrorWriter
{
    // The engine's messages quote what they are about, and say it again for each item of a list.
    private const int MaxMessage = 500;

    public static void Write(Utf8JsonWriter writer, in ErrorView view, ExecutionError? error = null)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, Shorten(view.Message));
        WriteLocations(writer, error?.Locations);
        WritePath(writer, error?.Path);
        writer.WriteStartObject("extensions"u8);
        writer.WriteString("code"u8, view.Failure.Code);
        writer.WriteBoolean("retryable"u8, view.Failure.Retryable);
        if (view.Failure.RetryAfter is { } wait)
        {
            writer.WriteNumber("retryAfterMs"u8, (long)Math.Ceiling(wait.TotalMilliseconds));
        }

        if (view.TraceId is { } traceId)
        {
            writer.WriteString("traceId"u8, traceId);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Shorten(string message)
    {
        if (message.Length <= MaxMessage)
        {
            return message;
        }

        // Not between the halves of a pair.
        var end = char.IsHighSurrogate(message[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage;
        return string.Concat(message.AsSpan(0, end), "…");
    }

    private static void WriteLocations(Utf8JsonWriter writer, IReadOnlyCollection<GraphQLParser.Location>? locations)
    {
        if (locations is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartArray("locations"u8);
        foreach (var location in locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter writer, IEnumerable<object>? path)
    {
        if (path is null)
        {
            return;
        }

        writer.WriteStartArray("path"u8);
        foreach (var step in path)
        {
            if (step is int index)
            {
                writer.WriteNumberValue(index);
            }
            else
            {
                writer.WriteStringValue(step.ToString());
            }
        }

        writer.WriteEndArray();
    }
}
