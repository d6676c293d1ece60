using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Bff.Upstream.Http;

/// <summary>
/// The innermost step of a call: sends the request and reads the whole answer, at most so many bytes of it. Everything around it (time
/// budget, retries) therefore covers the body too, and sees no exception of the runtime.
/// </summary>
internal sealed class ExchangeHandler(int maxResponseBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await base.SendAsync(request, cancellationToken);
            return await BufferAsync(answer, cancellationToken);
        }
        catch (Exception exception) when (FaultOf(exception, cancellationToken) is { } fault)
        {
            throw new ExchangeException(fault);
        }
    }

    private async Task<HttpResponseMessage> BufferAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(answer.Content, cancellationToken);
        var buffered = new HttpResponseMessage(answer.StatusCode) { Content = new AnswerBody(body), RequestMessage = answer.RequestMessage };
        buffered.Headers.RetryAfter = RetryAfterOf(answer.Headers);
        return buffered;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxResponseBytes)
        {
            throw new ExchangeException(ExchangeFault.Protocol);
        }

        var body = new MemoryStream((int)(content.Headers.ContentLength ?? 4096));
        var chunk = new byte[16 * 1024];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            // Counted after decompression, so a small answer cannot unfold into a large one.
            if (body.Length + read > maxResponseBytes)
            {
                throw new ExchangeException(ExchangeFault.Protocol);
            }

            body.Write(chunk, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static ExchangeFault? FaultOf(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        // The connect timeout of the socket handler shows as a cancellation that nobody asked for.
        OperationCanceledException => cancellationToken.IsCancellationRequested ? null : ExchangeFault.Connect,
        HttpRequestException { HttpRequestError: var error } => FaultOf(error),
        HttpIOException { HttpRequestError: var error } => FaultOf(error),
        IOException or SocketException or ObjectDisposedException => ExchangeFault.Broken,
        InvalidDataException => ExchangeFault.Protocol,
        _ => null,
    };

    private static ExchangeFault FaultOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => ExchangeFault.Connect,
        HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => ExchangeFault.Protocol,
        _ => ExchangeFault.Broken,
    };

    // Only a well-formed header counts: the getter of a malformed one is null.
    private static RetryConditionHeaderValue? RetryAfterOf(HttpResponseHeaders headers) => headers.RetryAfter;
}
