using System.Text.Json.Nodes;
using Bff.Sandbox.Http;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Quirks.Answers;

namespace Bff.Sandbox.Quirks;

/// <summary>Renders a reply: in the contract's form, or reshaped by the rows that are on.</summary>
internal static class QuirkRendering
{
    private static readonly AnswerQuirk[] Quirks =
    [
        .. BookingAnswers.All,
        .. SessionAnswers.All,
        .. ContentAnswers.All,
        .. EventAnswers.All,
        .. ShopAnswers.All,
        .. GiftAnswers.All,

        // Lists come last: the rows above look at items.
        .. ListAnswers.All,
    ];

    public static Rendered Render(Exchange exchange, Reply reply)
    {
        var quirks = exchange.Quirks;
        if (quirks.IsContract)
        {
            return new Rendered(reply.Status, Envelope.Render(Envelope.Wrap(reply)));
        }

        if (reply.IsError)
        {
            return ErrorAnswers.Render(exchange, reply);
        }

        if (quirks[44] && exchange.Operation.Id == "logout")
        {
            return new Rendered(StatusCodes.Status204NoContent, []);
        }

        return new Rendered(reply.Status, Envelope.Render(EnvelopeAnswers.Wrap(Reshape(exchange, reply.Data!), exchange)));
    }

    private static JsonNode Reshape(Exchange exchange, JsonNode data)
    {
        foreach (var quirk in Quirks)
        {
            if (exchange.Quirks[quirk.Row] && quirk.Operations.Contains(exchange.Operation.Id))
            {
                data = quirk.Reshape(
                    data, new AnswerContext(exchange.Operation, exchange.Tenant, exchange.Query, exchange.Quirks.Form(quirk.Row)));
            }
        }

        return data;
    }
}
