using System.Text.Json;
using System.Text.Json.Nodes;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Quirks;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Http;

/// <summary>Reads a JSON body and holds it against the contract's shape.</summary>
internal static class BodyReader
{
    private const int MaxBytes = 1 << 20;

    public static async Task<(JsonObject Value, Reply? Refusal)> ReadAsync(Exchange exchange, Tenant tenant, Member? customer)
    {
        if (exchange.Operation.Body is not { } shape)
        {
            return ([], null);
        }

        var request = exchange.Context.Request;
        var bytes = await ReadBytesAsync(request, exchange.Context.RequestAborted);
        if (bytes is null)
        {
            return ([], Reply.Invalid(new FieldError("body", "TOO_LONG", "The body is too long.")));
        }

        if (bytes.Length == 0)
        {
            return shape.Required ? ([], Reply.Invalid(FieldError.Missing("body"))) : ([], null);
        }

        if (!request.HasJsonContentType() || Parse(bytes) is not { } body)
        {
            return ([], Reply.Invalid(FieldError.Malformed("body", "a JSON object sent as application/json")));
        }

        ViolationNotes.Add(exchange, body);
        var missing = RequestQuirks.Rewrite(exchange.Quirks, exchange.Operation.Id, new RequestForm(body, tenant, customer, request.Headers));
        return shape.Check(body) is { Count: > 0 } errors ? ([], Reply.Invalid(errors))
            : missing.Count > 0 ? ([], Reply.Invalid(missing))
            : (body, null);
    }

    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static JsonObject? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
