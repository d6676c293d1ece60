using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;

namespace Bff.Gateway.Edge;

/// <summary>POST /graphql: reads the body, finds the tenant, runs the operation, writes the reply.</summary>
internal sealed class GraphEndpoint(GraphEngine engine, ITenantResolver tenants)
{
    // The reply is application/json and never HTML: only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task HandleAsync(HttpContext http)
    {
        var request = await ReadAsync(http);
        if (request is null)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.BadRequest);
            return;
        }

        var tenancy = await tenants.ResolveAsync(http);
        if (tenancy.Tenant is null)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, tenancy.Failure?.Code ?? ErrorCodes.TenantRequired);
            return;
        }

        var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        var context = new GraphContext(tenancy, http.RequestServices, traceId, http.RequestAborted);
        var result = await engine.ExecuteAsync(request, context);
        await WriteAsync(http, StatusCodes.Status200OK, writer => ResultWriter.Write(writer, result, context));
    }

    private static async ValueTask<GraphRequest?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return RequestParser.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    private static Task RefuseAsync(HttpContext http, int status, string code) => WriteAsync(http, status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("errors"u8);
        ErrorWriter.Write(writer, ErrorView.Of(code));
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static async Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, WriterOptions);
        write(writer);
    }
}
