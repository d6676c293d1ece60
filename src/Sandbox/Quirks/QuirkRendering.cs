using Bff.Sandbox.Http;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Quirks;

/// <summary>Renders a reply: in the contract's form, or reshaped by the rows that are on.</summary>
internal static class QuirkRendering
{
    public static Rendered Render(Operation operation, QuirkSet quirks, Reply reply) =>
        new(reply.Status, Envelope.Render(Envelope.Wrap(reply)));
}
