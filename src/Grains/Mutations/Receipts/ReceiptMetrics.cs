using System.Diagnostics.Metrics;
using Bff.Contracts.Mutations;

namespace Bff.Grains.Mutations.Receipts;

/// <summary>Counts what receipts say to attempts, on the meter <c>Bff.Receipts</c>: <c>known</c> is a repetition that was not sent.</summary>
internal sealed class ReceiptMetrics
{
    private readonly Counter<long> verdicts;

    public ReceiptMetrics(IMeterFactory meters) =>
        verdicts = meters.Create("Bff.Receipts").CreateCounter<long>("bff.receipts.verdicts", "{attempt}", "Attempts of mutations with a key, by what their receipt said.");

    public void Said(ReceiptVerdictKind kind) => verdicts.Add(1, new KeyValuePair<string, object?>("verdict", kind switch
    {
        ReceiptVerdictKind.Send => "send",
        ReceiptVerdictKind.Known => "known",
        ReceiptVerdictKind.Pending => "pending",
        ReceiptVerdictKind.Mismatch => "mismatch",
        _ => "unavailable",
    }));
}
