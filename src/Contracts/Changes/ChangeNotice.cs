using Bff.Contracts.Keys;

namespace Bff.Contracts.Changes;

/// <summary>
/// Tells every gateway what has become outdated, so that near caches drop it at once. It may be lost or late: near caches keep an answer
/// for seconds only, and who made the change carries a <see cref="Fence"/>.
/// </summary>
/// <param name="Tenant">Whose data changed.</param>
/// <param name="Marks">What changed, each with its own moment.</param>
/// <param name="IssuedAt">When the owner said so, to measure how long notices take.</param>
[GenerateSerializer, Immutable, Alias("bff.change-notice")]
public sealed record ChangeNotice(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] IReadOnlyList<ChangeMark> Marks,
    [property: Id(2)] DateTimeOffset IssuedAt);
