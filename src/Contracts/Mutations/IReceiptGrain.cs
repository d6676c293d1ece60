using Bff.Contracts.Answers;
using Orleans.Concurrency;

namespace Bff.Contracts.Mutations;

/// <summary>
/// One activation is one attempt at a mutation: what was asked, whether it may have been sent, and what became of it. Storage takes its
/// writes only from whoever has seen the last one, so that of two activations only one lets anything be sent. Key: <see cref="ReceiptKey"/>.
/// </summary>
[GrainInterfaceType("receipt")]
public interface IReceiptGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks to send. Only <see cref="ReceiptVerdictKind.Send"/> allows it, and then the attempt has been written down. May be asked again
    /// with the same <see cref="ReceiptRequest.Attempt"/> when the reply was lost.
    /// </summary>
    [Alias("begin")]
    Task<ReceiptVerdict> BeginAsync(ReceiptRequest request);

    /// <summary>
    /// Notes what became of an attempt; of an unknown outcome it is looked at once what became of it. Gives what the caller is told.
    /// May be repeated when the reply was lost.
    /// </summary>
    [Alias("complete")]
    Task<ReceiptOutcome> CompleteAsync(ReceiptCompletion completion);

    /// <summary>Waits a few seconds for the attempt in flight here; null when it has not ended by then, or none is.</summary>
    [AlwaysInterleave, Alias("wait")]
    Task<ReceiptOutcome?> WaitAsync();

    /// <summary>What is known; absent when nothing was ever asked by this key. An unknown outcome is looked at, at most once every few seconds.</summary>
    [Alias("ask")]
    Task<Answer<MutationReceipt>> AskAsync(ReceiptQuestion question);
}
