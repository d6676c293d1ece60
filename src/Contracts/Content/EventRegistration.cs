using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Content;

/// <summary>Asks for seats. Source: v6 createEventRegistration.</summary>
/// <param name="Caller">On whose behalf.</param>
/// <param name="Event">The event, by slug or id.</param>
/// <param name="Name">Who attends.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Phone">Their phone, E.164.</param>
/// <param name="Quantity">Seats wanted; null leaves it to v6.</param>
/// <param name="Attempt">Names this attempt to v6 (notes V24): the same for the same attempt of the same caller only.</param>
[GenerateSerializer, Immutable, Alias("bff.event-registration-request")]
public sealed record EventRegistrationRequest(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] Slug Event,
    [property: Id(2)] string Name,
    [property: Id(3)] string? Email,
    [property: Id(4)] string? Phone,
    [property: Id(5)] int? Quantity,
    [property: Id(6)] Guid Attempt)
{
    /// <summary>Names the type only: the members are a person's data and must not reach a log.</summary>
    public override string ToString() => nameof(EventRegistrationRequest);
}

/// <summary>Seats taken. Never kept: it may hold a secret. Source: v6 EventRegistration.</summary>
/// <param name="Id">Registration id.</param>
/// <param name="EventSlug">The event, when v6 named it.</param>
/// <param name="EventTitle">Its title.</param>
/// <param name="Status">State as v6 writes it; open set.</param>
/// <param name="RegisteredAt">When it was made; null when v6 did not say.</param>
/// <param name="TotalAmount">Amount due; null when v6 did not say.</param>
/// <param name="PaymentRequired">It has to be paid: go on with the payment intent.</param>
/// <param name="GuestToken">Secret by which a guest acts on this registration; null for customers.</param>
[GenerateSerializer, Immutable, Alias("bff.event-registration")]
public sealed record EventRegistration(
    [property: Id(0)] string Id,
    [property: Id(1)] string? EventSlug,
    [property: Id(2)] string? EventTitle,
    [property: Id(3)] string Status,
    [property: Id(4)] DateTimeOffset? RegisteredAt,
    [property: Id(5)] Money? TotalAmount,
    [property: Id(6)] bool PaymentRequired,
    [property: Id(7)] CustomerToken? GuestToken)
{
    /// <summary>Names the type only: see <see cref="GuestToken"/>.</summary>
    public override string ToString() => nameof(EventRegistration);
}
