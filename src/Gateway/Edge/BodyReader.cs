using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Bff.Gateway.Edge;

/// <summary>
/// Reads a body that is bounded in size and time. One that is too large is read on for a while and thrown away: a client that is
/// still sending could not read the refusal.
/// </summary>
internal sealed class BodyReader(IOptions<EdgeOptions> options, TimeProvider time)
{
    private readonly EdgeOptions options = options.Value;

    /// <summary>A request that came before, when all of its body is here already: nothing is copied and nothing waited for.</summary>
    public bool TryRead(HttpContext http, KnownRequests known, [NotNullWhen(true)] out GraphRequest? request)
    {
        request = null;
        if (http.Request.ContentLength is not { } length || length > options.MaxBodyBytes)
        {
            return false;
        }

        var reader = http.Request.BodyReader;
        if (!reader.TryRead(out var read))
        {
            return false;
        }

        var isKnown = read.IsCompleted && read.Buffer.IsSingleSegment && read.Buffer.Length == length && known.TryFind(read.Buffer.FirstSpan, out request);
        reader.AdvanceTo(isKnown ? read.Buffer.End : read.Buffer.Start);
        return isKnown;
    }

    /// <summary>The body.</summary>
    /// <exception cref="HttpRefusal">It is too large, too slow, or broken off.</exception>
    public async ValueTask<byte[]> ReadAsync(HttpContext http)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.BodyTimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, http.RequestAborted);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }

        try
        {
            return await ReadAsync(http, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw Refuse(http, StatusCodes.Status408RequestTimeout);
        }
        catch (IOException)
        {
            throw HttpRefusal.BadRequest();
        }
    }

    private async ValueTask<byte[]> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > options.MaxBodyBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                await DrainAsync(http, read.Buffer.Length, cancellationToken);
                throw Refuse(http, StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private async ValueTask DrainAsync(HttpContext http, long drained, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > options.DrainBytes)
        {
            return;
        }

        while (drained < options.DrainBytes)
        {
            var read = await http.Request.BodyReader.ReadAsync(cancellationToken);
            drained += read.Buffer.Length;
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static HttpRefusal Refuse(HttpContext http, int status)
    {
        if (HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            http.Response.Headers.Connection = "close";
        }

        return new HttpRefusal(ErrorCodes.RequestTooLarge, status);
    }
}
