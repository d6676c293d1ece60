using System.Text.Json;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Limits;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>Writes a reply as JSON (GraphQL October 2021, section 7.1): errors first, so that they are seen in a long one.</summary>
internal sealed class ReplyWriter(IOptions<DocumentLimits> limits, IntrospectionRule introspection)
{
    public void Write(Utf8JsonWriter writer, GraphReply reply)
    {
        if (reply.Rendered is { } rendered)
        {
            writer.WriteRawValue(rendered.Plain.Span, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        if (reply.Errors.Count > 0)
        {
            writer.WritePropertyName("errors"u8);
            WriteErrors(writer, reply);
        }

        if (reply.IsExecuted)
        {
            writer.WritePropertyName("data"u8);
            ResultWriter.Write(writer, reply.Data);
        }

        if (reply.Cost is not null || reply.Fence is not null)
        {
            WriteExtensions(writer, reply);
        }

        writer.WriteEndObject();
    }

    private void WriteExtensions(Utf8JsonWriter writer, GraphReply reply)
    {
        writer.WriteStartObject("extensions"u8);
        if (reply.Cost is { } cost)
        {
            writer.WriteStartObject("cost"u8);
            writer.WriteNumber("requested"u8, cost);
            writer.WriteNumber("maximum"u8, limits.Value.MaxCost);
            writer.WriteEndObject();
        }

        if (reply.Fence is { } fence)
        {
            writer.WriteString(FenceGate.Extension, fence);
        }

        writer.WriteEndObject();
    }

    /// <summary>Only its errors, as an array.</summary>
    public void WriteErrors(Utf8JsonWriter writer, GraphReply reply)
    {
        writer.WriteStartArray();
        foreach (var error in reply.Errors.Take(limits.Value.MaxErrors))
        {
            ErrorWriter.Write(writer, introspection.Trim(ErrorMapping.Map(error, reply.TraceId)), error);
        }

        writer.WriteEndArray();
    }
}
