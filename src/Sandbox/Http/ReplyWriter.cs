using System.Globalization;
using Bff.Sandbox.Faults;

namespace Bff.Sandbox.Http;

/// <summary>Sends a rendered answer, spoilt as the faults say.</summary>
internal static class ReplyWriter
{
    private const int SlowPieces = 5;
    private static readonly byte[] Garbage = "\u0000\u0001<<not json>> {[}"u8.ToArray();

    public static async Task WriteAsync(Exchange exchange, Rendered rendered, FaultPick faults)
    {
        var response = exchange.Context.Response;
        var body = Spoil(rendered.Body, faults.Outcome?.Rule.Kind);
        var isHtml = faults.Rule(FaultKind.WrongContentType) is not null;
        response.StatusCode = rendered.Status;
        if (rendered.Status != StatusCodes.Status204NoContent)
        {
            response.ContentType = isHtml ? "text/html; charset=utf-8" : rendered.ContentType;
            response.ContentLength = body.Length;
        }

        if (rendered.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        exchange.Scope.Send(body.Length);
        if (faults.Rule(FaultKind.ResetInBody) is not null)
        {
            await WriteHalfAndResetAsync(exchange, body);
        }
        else if (faults.Rule(FaultKind.SlowBody) is { } slow)
        {
            await WriteSlowlyAsync(exchange, body, slow);
        }
        else if (body.Length > 0)
        {
            await response.Body.WriteAsync(body, exchange.Context.RequestAborted);
        }
    }

    private static byte[] Spoil(byte[] body, FaultKind? kind) => kind switch
    {
        FaultKind.Garbage => Garbage,
        FaultKind.Truncated => body[..(body.Length / 2)],
        _ => body,
    };

    private static async Task WriteHalfAndResetAsync(Exchange exchange, byte[] body)
    {
        await exchange.Context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), exchange.Context.RequestAborted);
        await exchange.Context.Response.Body.FlushAsync(exchange.Context.RequestAborted);
        exchange.Context.Abort();
    }

    private static async Task WriteSlowlyAsync(Exchange exchange, byte[] body, FaultRule rule)
    {
        var (stream, aborted) = (exchange.Context.Response.Body, exchange.Context.RequestAborted);
        var pause = TimeSpan.FromMilliseconds((double)rule.DelayMs / SlowPieces);
        foreach (var piece in body.Chunk(Math.Max(1, (body.Length + SlowPieces - 1) / SlowPieces)))
        {
            await stream.WriteAsync(piece, aborted);
            await stream.FlushAsync(aborted);
            await Task.Delay(pause, TimeProvider.System, aborted);
        }
    }
}
