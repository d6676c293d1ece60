using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Http;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V1: what stands around the data. Forms: <c>bare</c> (first), <c>dataOnly</c>, <c>meta</c>.</summary>
internal static class EnvelopeAnswers
{
    public static JsonNode Wrap(JsonNode data, Exchange exchange) => (exchange.Quirks[1], exchange.Quirks.Form(1)) switch
    {
        (false, _) => new JsonObject { ["success"] = true, ["data"] = data },
        (_, "dataOnly") => new JsonObject { ["data"] = data },
        (_, "meta") => new JsonObject { ["success"] = true, ["data"] = data, ["meta"] = Meta(exchange) },
        _ => data,
    };

    private static JsonObject Meta(Exchange exchange) => new()
    {
        ["requestId"] = exchange.Context.TraceIdentifier,
        ["timestamp"] = exchange.World.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
    };
}
