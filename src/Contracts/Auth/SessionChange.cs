using System.Collections.Immutable;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Auth;

/// <summary>A gateway asks for a verdict that it will believe for a while.</summary>
/// <param name="Tenant">The tenant at which the session was presented.</param>
/// <param name="Gateway">The process that asks.</param>
/// <param name="For">How long it believes the verdict, counted from before it asked.</param>
[GenerateSerializer, Immutable, Alias("bff.session-admission")]
public sealed record SessionAdmission([property: Id(0)] TenantId Tenant, [property: Id(1)] Guid Gateway, [property: Id(2)] TimeSpan For);

/// <summary>What a session has changed.</summary>
/// <param name="Gateway">The process that forwarded it: it knows already.</param>
/// <param name="Marks">What owners have dropped because of it.</param>
[GenerateSerializer, Immutable, Alias("bff.session-change")]
public sealed record SessionChange([property: Id(0)] Guid Gateway, [property: Id(1)] ImmutableArray<ChangeMark> Marks);
