using System.Collections.Immutable;

namespace Bff.Grains.Mutations.Attempts;

/// <summary>One try of a customer to get something that v6 would give twice, or to move a booking: what must be known of it besides what v6 shows.</summary>
/// <param name="Id">The try, as the gateway names it to the receipt too.</param>
/// <param name="Subject">What it is about, see <see cref="AttemptSubject"/>.</param>
/// <param name="Quantity">How many things it makes at most.</param>
/// <param name="BegunAt">When it was written down, before v6 was asked.</param>
/// <param name="Before">What was there before: ids that are not of this try; of a move, what v6 showed of the booking.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-attempt")]
internal sealed record CustomerAttempt(
    [property: Id(0)] Guid Id,
    [property: Id(1)] string Subject,
    [property: Id(2)] int Quantity,
    [property: Id(3)] DateTimeOffset BegunAt,
    [property: Id(4)] ImmutableArray<string> Before)
{
    /// <summary>Ids of what it has made, as far as they are known; empty while nobody knows what became of it.</summary>
    [Id(5)]
    public ImmutableArray<string> Made { get; init; } = [];

    /// <summary>v6 may have made something for it that is not known to be its own.</summary>
    public bool MayHaveMadeMore => Made.Length < Quantity;
}

/// <summary>What storage keeps of a customer.</summary>
[GenerateSerializer, Alias("bff.stored-attempts")]
internal sealed class StoredAttempts
{
    /// <summary>The tries of the last day.</summary>
    [Id(0)]
    public CustomerAttempt[] Attempts { get; set; } = [];
}
