using Bff.Contracts.Mutations;

namespace Bff.Grains.Mutations.Receipts;

/// <summary>What a receipt is. Never stored as such: it holds a person's data.</summary>
[GenerateSerializer, Immutable, Alias("bff.receipt-record")]
internal sealed record ReceiptRecord
{
    /// <summary>The try in charge.</summary>
    [Id(0)]
    public required Guid Attempt { get; init; }

    /// <summary>Name of the mutation.</summary>
    [Id(1)]
    public required string Mutation { get; init; }

    /// <summary>Hash of what was asked.</summary>
    [Id(2)]
    public required string Fingerprint { get; init; }

    /// <summary>When the attempt began.</summary>
    [Id(3)]
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>By what its outcome can be found.</summary>
    [Id(4)]
    public OutcomeClue? Clue { get; init; }

    /// <summary>What became of it; null while it runs, and for ever when nobody came back to say it.</summary>
    [Id(5)]
    public ReceiptOutcome? Outcome { get; init; }

    /// <summary>When that was known.</summary>
    [Id(6)]
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Done or rejected: nothing changes it any more.</summary>
    public bool IsResolved => Outcome is { Status: not ReceiptStatus.Unknown };

    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(ReceiptRecord);
}

/// <summary>A receipt as storage sees it: nothing but whose it is and a sealed block.</summary>
[GenerateSerializer, Alias("bff.stored-receipt")]
internal sealed class StoredReceipt
{
    /// <summary>Which key of the ring the block was sealed with.</summary>
    [Id(0)]
    public string KeyId { get; set; } = "";

    /// <summary>A <see cref="ReceiptRecord"/>, sealed by <see cref="Auth.Storage.SessionProtector"/>.</summary>
    [Id(1)]
    public byte[] Sealed { get; set; } = [];
}
