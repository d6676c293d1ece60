using Bff.Contracts.Auth;
using Bff.Contracts.Changes;

namespace Bff.Grains.Auth.Storage;

/// <summary>What a session is. Never stored or sent as such: it holds the v6 token.</summary>
[GenerateSerializer, Immutable, Alias("bff.session-record")]
internal sealed record SessionRecord
{
    /// <summary>Who has signed in.</summary>
    [Id(0)]
    public required CustomerProfile Customer { get; init; }

    /// <summary>The v6 token in force.</summary>
    [Id(1)]
    public required TokenLease Token { get; init; }

    /// <summary>When the customer signed in.</summary>
    [Id(2)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the session was last used, as far as it was written down.</summary>
    [Id(3)]
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>The tenant's session epoch at sign-in.</summary>
    [Id(4)]
    public required long Epoch { get; init; }

    /// <summary>Coarse kind of browser or app.</summary>
    [Id(5)]
    public string? Device { get; init; }

    /// <summary>What the session has changed of late; null when it has changed nothing.</summary>
    [Id(6)]
    public Fence? Fence { get; init; }

    /// <summary>Names the type only.</summary>
    public override string ToString() => nameof(SessionRecord);
}

/// <summary>A v6 token and its time.</summary>
/// <param name="Token">The token.</param>
/// <param name="IssuedAt">When it came.</param>
/// <param name="ExpiresAt">When v6 stops accepting it.</param>
[GenerateSerializer, Immutable, Alias("bff.token-lease")]
internal sealed record TokenLease(
    [property: Id(0)] CustomerToken Token,
    [property: Id(1)] DateTimeOffset IssuedAt,
    [property: Id(2)] DateTimeOffset ExpiresAt);
