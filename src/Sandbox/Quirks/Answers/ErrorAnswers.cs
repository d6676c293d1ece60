using System.Text;
using System.Text.Json.Nodes;
using Bff.Sandbox.Http;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>
/// V43: errors in another form: <c>noSuccess</c> (first), <c>message</c>, <c>messageObject</c>, <c>messageArray</c>, <c>empty</c>,
/// <c>html</c>. V41: the host look-up's 404 without an error.
/// </summary>
internal static class ErrorAnswers
{
    public static Rendered Render(Exchange exchange, Reply reply)
    {
        if (exchange.Quirks[41] && exchange.Operation.Id == "resolveStorefrontDomain" && reply.Status == StatusCodes.Status404NotFound)
        {
            return Json(reply, new JsonObject { ["success"] = false });
        }

        var contract = Envelope.Wrap(reply);
        return exchange.Quirks[43] ? Render(reply, contract, exchange.Quirks.Form(43)) : Json(reply, contract);
    }

    private static Rendered Render(Reply reply, JsonObject contract, string? form)
    {
        var message = reply.Error!.Message;
        return form switch
        {
            "message" => Json(reply, new JsonObject { ["message"] = message }),
            "messageObject" => Json(reply, new JsonObject { ["message"] = new JsonObject { ["text"] = message } }),
            "messageArray" => Json(reply, new JsonObject { ["message"] = new JsonArray(message) }),
            "empty" => new Rendered(reply.Status, []),
            "html" => new Rendered(reply.Status, Encoding.UTF8.GetBytes($"<html><body><h1>{message}</h1></body></html>"), "text/html; charset=utf-8"),
            _ => Json(reply, new JsonObject { ["error"] = contract["error"]!.DeepClone() }),
        };
    }

    private static Rendered Json(Reply reply, JsonNode node) => new(reply.Status, Envelope.Render(node));
}
