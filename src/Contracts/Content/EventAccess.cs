using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Content;

/// <summary>Asks whether a registration opens the door. Source: v6 getEventAccess.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="Registration">The registration.</param>
/// <param name="GuestToken">What a guest proves it by: it goes to v6 in place of a customer's token (notes Q8).</param>
[GenerateSerializer, Immutable, Alias("bff.event-access-query")]
public sealed record EventAccessQuery(
    [property: Id(0)] Caller Caller, [property: Id(1)] EntityId Registration, [property: Id(2)] CustomerToken? GuestToken)
{
    /// <summary>Names the type only: an id may open a registration (notes Q19).</summary>
    public override string ToString() => nameof(EventAccessQuery);
}

/// <summary>Whether a registration opens the door, and how. Depends on the time and may hold a secret: never kept. Source: v6 EventAccess.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="EventTitle">Title of the event, when v6 gave it.</param>
/// <param name="DeliveryMode">Where it happens (in_person, online, hybrid) as v6 writes it; open set.</param>
/// <param name="CanAccess">Entry is granted now.</param>
/// <param name="AccessUrl">Secret link to join online.</param>
/// <param name="AccessInstructions">How to get in.</param>
/// <param name="AvailableAt">From when entry opens.</param>
/// <param name="Reason">Why entry is refused, as v6 writes it; open set.</param>
[GenerateSerializer, Immutable, Alias("bff.event-access")]
public sealed record EventAccess(
    [property: Id(0)] string RegistrationId,
    [property: Id(1)] string? EventTitle,
    [property: Id(2)] string DeliveryMode,
    [property: Id(3)] bool CanAccess,
    [property: Id(4)] string? AccessUrl,
    [property: Id(5)] string? AccessInstructions,
    [property: Id(6)] DateTimeOffset? AvailableAt,
    [property: Id(7)] string? Reason)
{
    /// <summary>Names the type only: see <see cref="AccessUrl"/>.</summary>
    public override string ToString() => nameof(EventAccess);
}
