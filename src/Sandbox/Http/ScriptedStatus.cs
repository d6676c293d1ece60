using Bff.Sandbox.Faults;
using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Http;

/// <summary>The error answer that a <see cref="FaultKind.Status"/> rule asks for.</summary>
internal static class ScriptedStatus
{
    public static Rendered Render(Exchange exchange, FaultRule rule)
    {
        var status = rule.Status ?? StatusCodes.Status500InternalServerError;
        var reply = status == StatusCodes.Status429TooManyRequests
            ? Reply.Failed(status, "RATE_LIMITED", "Called too often.")
            : Reply.Failed(status, "INTERNAL_ERROR", "The service failed.");
        return exchange.Render(reply) with { RetryAfterSeconds = rule.RetryAfterSeconds };
    }
}
