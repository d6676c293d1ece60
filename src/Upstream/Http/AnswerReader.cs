using Bff.Contracts.Answers;
using Bff.Upstream.Json;
using Bff.Upstream.Operations;

namespace Bff.Upstream.Http;

/// <summary>
/// Decides what an exchange means. It is where v6's own words end: only what the readers of the DTOs take, known codes and typed details
/// go on from here.
/// </summary>
internal sealed class AnswerReader(UpstreamNotices notices)
{
    /// <summary>The outcome of a read.</summary>
    public Fetched<T> ToFetched<T>(V6Operation operation, Exchange exchange, Func<V6Json, T?> read)
        where T : class
    {
        if (exchange is not Exchange.Answered answer)
        {
            return Fetched<T>.Failed(((Exchange.Faulted)exchange).Failure);
        }

        using var document = answer.Body.IsEmpty || !Envelope.TryParse(answer.Body, out var parsed) ? null : parsed;
        var body = document is null ? default : new V6Json(document.RootElement);
        if (!IsSuccess(answer.Status) || Envelope.IsError(body))
        {
            var refusal = RefusalOf(operation, answer, body);
            return answer.Status == 404 && refusal.Code != V6Code.TenantRequired
                ? operation.CanBeAbsent ? Fetched<T>.Absent : Fetched<T>.Failed(new(ErrorCodes.UpstreamProtocol))
                : Fetched<T>.Failed(refusal.Failure);
        }

        return document is not null && read(Envelope.Open(body)) is { } value
            ? Fetched<T>.Found(value)
            : Fetched<T>.Failed(new(ErrorCodes.UpstreamProtocol));
    }

    /// <summary>
    /// The outcome of a mutation. Done: 2xx with a readable answer or none at all. Refused: proven by <see cref="Verdicts.ProvesRefusal"/>.
    /// Not sent: the connection never asked for the body. Unknown: everything else.
    /// </summary>
    public Sent<T> ToSent<T>(V6Operation operation, Exchange exchange, Func<V6Json, T?> read)
        where T : class
    {
        if (exchange is Exchange.Faulted fault)
        {
            return fault.MayHaveReached ? Unknown<T>(fault.Failure) : new Sent<T>.NotSent(fault.Failure);
        }

        var answer = (Exchange.Answered)exchange;
        if (IsSuccess(answer.Status) && answer.Body.IsEmpty)
        {
            return new Sent<T>.Done(null);
        }

        using var document = Envelope.TryParse(answer.Body, out var parsed) ? parsed : null;
        var body = document is null ? default : new V6Json(document.RootElement);
        if (!IsSuccess(answer.Status) || Envelope.IsError(body))
        {
            var refusal = RefusalOf(operation, answer, body);
            return Verdicts.ProvesRefusal(refusal.Status, refusal.Code) ? new Sent<T>.Refused(refusal) : Unknown<T>(refusal.Failure);
        }

        // A success that cannot be read may come from a proxy's own page as well as from v6: the change may have happened.
        return document is not null && read(Envelope.Open(body)) is { } value
            ? new Sent<T>.Done(value)
            : Unknown<T>(new(ErrorCodes.UpstreamProtocol));
    }

    private Refusal RefusalOf(V6Operation operation, Exchange.Answered answer, V6Json body)
    {
        var text = V6Errors.CodeOf(body);
        var code = V6Errors.Known(text);
        if (code == V6Code.Other && text is not null)
        {
            notices.UnknownCode(operation, answer.Status, text);
        }

        return new Refusal(
            answer.Status, code, Verdicts.FailureOf(operation, answer.Status, code, answer.RetryAfter), V6Errors.DetailsOf(body));
    }

    private static Sent<T> Unknown<T>(Failure cause)
        where T : class =>
        new Sent<T>.Unknown(cause with { Retryable = false, RetryAfter = null });

    private static bool IsSuccess(int status) => status is >= 200 and < 300;
}
